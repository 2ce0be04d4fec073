/** A wheel that pip can fetch, pinned. */
export type Wheel = {
  readonly project: string;
  readonly version: string;
  /** Tags of pip's `--python-version`, `--abi` are the same for all; this is its `--platform`. */
  readonly platform: string;
  readonly sha256: string;
  /** Size as pip tells it, for the progress shown. */
  readonly megabytes: number;
};

export type WheelTable = Readonly<Record<string, readonly Wheel[]>>;

/**
What is fetched where Python has no TensorFlow, by `<platform>-<arch>-<variant>`: TensorFlow first, then what it needs beside it.
Compiled, loaded and trained with: linux-x64-cpu. Compiled and loaded without a GPU: linux-x64-cuda. Digests from the package
index alone: linux-arm64-cpu, darwin-arm64-cpu, darwin-x64-cpu.
*/
export const wheels: WheelTable = {
  'linux-x64-cpu': [
    {
      project: 'tensorflow-cpu', version: '2.15.1', platform: 'manylinux_2_17_x86_64', megabytes: 207,
      sha256: '54660c074d7241a503e81edfd9f5ef5af88f64051b72e2945f26318c790f2d26',
    },
  ],
  'linux-x64-cuda': [
    {
      project: 'tensorflow', version: '2.15.1', platform: 'manylinux_2_17_x86_64', megabytes: 475,
      sha256: 'bb0edd69103c154245c5f209f0507355cc68ba7e4de350084bc31edc562478e4',
    },
    nvidia('cublas', '12.2.5.6', 418, 'f448d8db463f9a2c7dd9a1e607c0961d3e95f825b86839c5882f7d073d406df0'),
    nvidia('cuda-cupti', '12.2.142', 14, 'ce68d1009dd14215e38ed49643d31374c71d6fea381181cb0b9da7f19dfd1624'),
    nvidia('cuda-nvcc', '12.2.140', 21, 'c6ff4ae7a636eb6cab7621191e19ac3779690686bbcf52c04d8b1ca2944e1e27'),
    nvidia('cuda-nvrtc', '12.2.140', 23, 'b1cdcae6443cb7cdcfb5d1bf51896a148c9f82f9e65b27db9ab095eaed689aa7'),
    nvidia('cuda-runtime', '12.2.140', 1, 'acb9cb7e44594a3512533497ea790d9f0b0e399abcc888584c157d1ffa080e41'),
    nvidia('cudnn', '8.9.4.25', 720, '9f882d5b11753c566fd32427839089eb4f8ba7a58c28446ad359e32c40229723'),
    nvidia('cufft', '11.0.8.103', 99, '72e961e578f9be9e316ccb4db8652c421dd0b57442624faa71061d452f449a67'),
    nvidia('curand', '10.3.3.141', 57, '7b6bad6817b5df2a6f5ec221206fb895d9195fdd7d2443f3e86554108c141a0a'),
    nvidia('cusolver', '11.5.2.141', 125, '5a85c4653ce34339a5688137f494a0f903e0f0532418550998167f00844161da'),
    nvidia('cusparse', '12.1.2.141', 195, '4e13d6a51d2303dcb2a023ba09546811161f0334fc64e13689397bbd3b1eb126'),
    nvidia('nccl', '2.16.5', 189, '84695a4248138fb2ca12f5fd3defe986e790e71ccdaad51b2ca34ca4e83ef421'),
    nvidia('nvjitlink', '12.2.140', 20, '95635cafbf9f96c38bea5200ab145a2e6aefbb5405e0b04c1e4ba54df2d84ec9'),
  ],
  'linux-arm64-cpu': [
    {
      project: 'tensorflow-cpu-aws', version: '2.15.1', platform: 'manylinux_2_17_aarch64', megabytes: 212,
      sha256: 'd4c3a3a9363bf42999adedbbd514e3a133be2d62f61fee9cfa46aaefb087c09e',
    },
  ],
  'darwin-arm64-cpu': [
    {
      project: 'tensorflow', version: '2.15.1', platform: 'macosx_12_0_arm64', megabytes: 206,
      sha256: 'aa926114d1e13ffe5b2ea59c3f195216f26646d7fe36e9e5207b291e4b7902ff',
    },
  ],
  'darwin-x64-cpu': [
    {
      project: 'tensorflow-cpu', version: '2.15.1', platform: 'macosx_10_15_x86_64', megabytes: 237,
      sha256: 'ee3bb114c6031d471d891c761e7eda2c80bea19bb318abcd3d5bab92ccfaf9aa',
    },
  ],
};

// The `and-cuda` extra of tensorflow 2.15.1: CUDA 12.2 and cuDNN 8.9.
function nvidia(name: string, version: string, megabytes: number, sha256: string): Wheel {
  return {project: `nvidia-${name}-cu12`, version, platform: 'manylinux1_x86_64', megabytes, sha256};
}
