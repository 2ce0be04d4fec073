import type {Activation, Conv2D} from '../domain/generated/experiment-config.js';
import type {BackboneActivation} from '../domain/backbone.js';

/** A trained network with its weights and what is done to pixels, as a graph of plain layers: pixels 0 to 255 → class probabilities. */
export type TakenNetwork = {
  /** Height and width of what goes in, in pixels. */
  readonly size: number;
  /** Each after its inputs: the input first, the class probabilities last. */
  readonly layers: readonly TakenLayer[];
};

export type TakenLayer = TakenOperation & {
  readonly name: string;
  /** Names of the layers whose outputs it takes. */
  readonly inputs: readonly string[];
  /** In Keras' order, under Keras' names. */
  readonly weights: readonly TakenWeight[];
  /** Of one picture: `[height, width, channels]` or `[values]`. */
  readonly output: readonly number[];
  /** Whether training moved its weights. */
  readonly trainable: boolean;
};

export type TakenWeight = {readonly name: string; readonly shape: readonly number[]; readonly values: Float32Array};

export type TakenActivation = Activation | BackboneActivation;

export type TakenWindow = {
  /** Height and width. */
  readonly size: readonly [number, number];
  readonly strides: number;
  readonly padding: 'same' | 'valid';
};

type Initializers = Pick<Conv2D, 'kernel_initializer' | 'bias_initializer'>;

/** Functions and options are Keras'. */
export type TakenOperation
  = | {readonly kind: 'input'}
    | {readonly kind: 'zero_padding2d'; readonly options: {readonly sides: readonly [readonly [number, number], readonly [number, number]]}}
    | {readonly kind: 'conv2d'; readonly options: TakenWindow & {readonly activation: TakenActivation} & Partial<Initializers>}
    | {readonly kind: 'depthwise_conv2d'; readonly options: TakenWindow}
    | {readonly kind: 'dense'; readonly options: {readonly activation: TakenActivation} & Partial<Initializers>}
    | {readonly kind: 'batch_normalization'; readonly options: {readonly epsilon: number; readonly momentum: number}}
    | {readonly kind: 'activation'; readonly options: {readonly activation: TakenActivation}}
    | {readonly kind: 'max_pooling2d' | 'average_pooling2d'; readonly options: TakenWindow}
    | {readonly kind: 'global_average_pooling2d' | 'global_max_pooling2d' | 'flatten' | 'add' | 'multiply' | 'concatenate'}
    | {readonly kind: 'reshape'}
    /** `whole`: all of a picture's values or none of them. */
    | {readonly kind: 'dropout'; readonly options: {readonly rate: number; readonly whole: boolean}};

/** A weight of a layer by its name; undefined where the layer has none. */
export function weightOf({weights}: Pick<TakenLayer, 'weights'>, name: string): TakenWeight | undefined {
  return weights.find(weight => weight.name === name);
}
