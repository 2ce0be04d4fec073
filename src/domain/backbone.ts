import type {ExperimentConfig} from './generated/experiment-config.js';

/** A network that `model.backbone.name` can name. */
export type BackboneName = NonNullable<ExperimentConfig['model']['backbone']>['name'];

/** A network of Keras' applications without its top, as data: what it computes, but none of its weights. */
export type BackboneGraph = {
  readonly name: BackboneName;
  /** What `preprocess` its ImageNet weights expect. */
  readonly preprocess: ExperimentConfig['preprocess'];
  /** The least height and width, in pixels, that Keras lets it have. */
  readonly minimumSize: number;
  /** In the order of Keras' `model.layers`; each comes after all of its inputs, and the last one is the network's output. */
  readonly nodes: readonly BackboneNode[];
};

/** One layer, under the name that Keras gives it in a fresh session. */
export type BackboneNode = Operation & {
  readonly name: string;
  /** Names of the layers that it takes `[n, height, width, channels]` from; empty for the input alone. */
  readonly inputs: readonly string[];
};

/** What a layer does. All but these options are at Keras' defaults. */
export type Operation
  = | {readonly kind: 'input'}
    | {readonly kind: 'rescaling'; readonly options: {/** A factor for all channels, or one for each. */ readonly scale: readonly number[]}}
    | {readonly kind: 'normalization'}
    | {readonly kind: 'zero_padding2d'; readonly options: Padding}
    | {readonly kind: 'conv2d'; readonly options: Convolution}
    | {readonly kind: 'depthwise_conv2d'; readonly options: DepthwiseConvolution}
    | {readonly kind: 'batch_normalization'; readonly options: Normalisation}
    | {readonly kind: 'activation'; readonly options: {readonly activation: BackboneActivation}}
    | {readonly kind: 'max_pooling2d'; readonly options: Window}
    | {readonly kind: 'average_pooling2d'; readonly options: Window}
    | {readonly kind: 'add'}
    | {readonly kind: 'multiply'}
    | {readonly kind: 'concatenate'}
    | {readonly kind: 'global_average_pooling2d'}
    | {readonly kind: 'reshape'}
    | {readonly kind: 'dropout'; readonly options: {/** The share of pictures whose whole input is set to zero in training. */ readonly rate: number}};

export type BackboneActivation = 'relu' | 'relu6' | 'swish' | 'sigmoid';

/** How many zeros stand on each side, or as many as make a `valid` window of this size and stride 2 look at the picture's centre. */
export type Padding = {readonly sides: number} | {readonly window: number};

/** A window over the picture: `size` is `[height, width]`. */
export type Window = {
  readonly size: readonly [number, number];
  readonly strides: number;
  readonly padding: 'same' | 'valid';
};

export type Convolution = Window & {
  readonly filters: number;
  readonly bias: boolean;
  readonly activation: 'linear' | BackboneActivation;
  readonly initializer: KernelInitializer;
};

/** One filter a channel, and no bias. */
export type DepthwiseConvolution = Window & {readonly initializer: KernelInitializer};

/** `fan_out_normal` is He's with the outputs' fan: what EfficientNet draws its kernels by. */
export type KernelInitializer = 'glorot_uniform' | 'fan_out_normal';

export type Normalisation = {
  readonly epsilon: number;
  readonly momentum: number;
  /** Whether each channel has a learned factor (gamma). All have a learned constant (beta). */
  readonly scale: boolean;
};
