import {existsSync, readdirSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import type {Device, Engine} from '../domain/device.js';

/**
What must stand in a worker's environment before it starts: TensorFlow and the C library read these once, at load.
Values that the user set win, but for the pinning to a device and its threads.
*/
export function engineEnvironment(
  engine: Engine,
  device: Device,
  threads: number,
  env: NodeJS.ProcessEnv = process.env,
): Record<string, string> {
  const defaults: Record<string, string> = {
    TF_CPP_MIN_LOG_LEVEL: '2',
    TF_FORCE_GPU_ALLOW_GROWTH: 'true',
    ...memory(),
    ...oneDnn(),
    ...(device.kind === 'gpu' ? sameOnEveryRun : {}),
  };
  const unset = Object.entries(defaults).filter(([name]) => env[name] === undefined);
  return {
    ...Object.fromEntries(unset),
    ...cudaPaths(engine, env),
    CUDA_DEVICE_ORDER: 'PCI_BUS_ID',
    CUDA_VISIBLE_DEVICES: device.kind === 'gpu' ? String(device.index) : '-1',
    TF_NUM_INTRAOP_THREADS: String(threads),
    TF_NUM_INTEROP_THREADS: String(threads),
    // Read by builds with OpenMP alone (Intel's); the pinned wheels have one pool for both libraries.
    OMP_NUM_THREADS: String(threads),
  };
}

// CUDA's quickest sums and convolution gradients depend on which thread comes first.
const sameOnEveryRun = {TF_DETERMINISTIC_OPS: '1', TF_CUDNN_DETERMINISTIC: '1'};

// Left alone, glibc maps and unmaps every large tensor, and the kernel then clears its pages at each step's first touch. Large pages
// (from glibc 2.35 on) spare the processor most look-ups of where they lie.
function memory(): Record<string, string> {
  return process.platform === 'linux'
    ? {MALLOC_MMAP_MAX_: '0', MALLOC_TRIM_THRESHOLD_: '100000000000', GLIBC_TUNABLES: 'glibc.malloc.hugetlb=1'}
    : {};
}

// A third off model1's training step (batch 32: 104 → 70 ms at 64x64 on two cores). TensorFlow turns it on by itself on some x86 processors only.
function oneDnn(): Record<string, string> {
  return process.arch === 'x64' && process.platform === 'linux' ? {TF_ENABLE_ONEDNN_OPTS: '1'} : {};
}

// NVIDIA's wheels lie beside the tensorflow folder, as in Python's site-packages.
function cudaPaths(engine: Engine, env: NodeJS.ProcessEnv): Record<string, string> {
  const nvidia = path.join(engine.library, '..', 'nvidia');
  if (!engine.cuda || !existsSync(nvidia)) {
    return {};
  }

  const libraries = readdirSync(nvidia).map(name => path.join(nvidia, name, 'lib')).filter(folder => existsSync(folder));
  return {
    LD_LIBRARY_PATH: [...libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    PATH: [path.join(nvidia, 'cuda_nvcc', 'bin'), env.PATH].filter(Boolean).join(':'),
  };
}
