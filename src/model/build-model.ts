import tf from '../engine/tfjs.js';
import type {BackboneName} from '../domain/backbone.js';
import type {Layer} from '../domain/generated/experiment-config.js';
import type {WeightsFile} from '../domain/weights.js';
import {Random} from '../engine/random.js';
import {buildLayer} from './build-layer.js';
import {createNamer} from './create-namer.js';
import {initialiseWeights} from './initialise-weights.js';
import {loadTrainableBackbone} from './trainable-backbone.js';

export type Architecture = NetworkInput & {
  /** From what goes in, or from the backbone, to the class probabilities, each layer a map of one key. */
  readonly layers: readonly Layer[];
  readonly classes: number;
  readonly seed: number;
};

/** What goes in: pictures of this height and width, in pixels, or of a frozen backbone's output so many features or `[height, width, channels]`. */
export type NetworkInput
  = | {readonly imageSize: number; readonly backbone?: TrainedBackbone | undefined}
    | {readonly features: number}
    | {readonly featureMap: readonly [number, number, number]};

/** A backbone that stands before the layers and is trained with them, from its first layer or from the one that `trainable` names. */
export type TrainedBackbone = {
  readonly name: BackboneName;
  /** Without a file its weights are drawn. */
  readonly weights: WeightsFile | undefined;
  readonly trainable: boolean | string;
};

/** Builds the network `[batch, imageSize, imageSize, 3]` or `[batch, …features]` → `[batch, classes]`; the same seed gives the same weights. */
export async function buildModel({layers: wanted, classes, seed, ...input}: Architecture): Promise<tf.Sequential> {
  const random = Random.fromSeed(seed).fork('model');
  const nameOf = createNamer();
  const model = tf.sequential();
  model.add(tf.layers.inputLayer({inputShape: shapeOf(input), name: 'input_1'}));
  if ('backbone' in input && input.backbone) {
    model.add(await loadTrainableBackbone({...input.backbone, seed}));
  }

  const built = wanted.map((layer, index) => buildLayer(layer, {nameOf, classes, random: random.fork(index)}));
  for (const layer of built) {
    model.add(layer);
  }

  initialiseWeights(built, wanted, {kernels: seedFrom(random.fork('kernels')), biases: seedFrom(random.fork('biases'))});
  return model;
}

function shapeOf(input: NetworkInput): number[] {
  if ('features' in input) {
    return [input.features];
  }

  return 'featureMap' in input ? [...input.featureMap] : [input.imageSize, input.imageSize, 3];
}

/** A seed as TensorFlow's int32 tensors hold it. */
function seedFrom(random: Random): number {
  return random.integer(2 ** 31);
}
