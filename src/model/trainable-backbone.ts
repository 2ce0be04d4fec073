import type tf from '../engine/tfjs.js';
import type {BackboneName} from '../domain/backbone.js';
import type {WeightsFile} from '../domain/weights.js';
import {Random} from '../engine/random.js';
import {backboneGraph} from './backbones.js';
import {loadWeights} from './load-weights.js';
import {TrainableBackbone} from './trainable/trainable-layer.js';

export type BackboneToTrain = {
  readonly name: BackboneName;
  /** Without a file its weights are drawn. */
  readonly weights: WeightsFile | undefined;
  /** `true`, or the first layer to train, in Keras' order; with `false` it only passes pictures on. */
  readonly trainable: boolean | string;
  /** The run's: for weights that are drawn, and for dropout. */
  readonly seed: number;
};

/** A backbone as the first layer of a network: `[n, size, size, 3]` → `[n, height, width, channels]`. Adding it gives it its weights. */
export async function loadTrainableBackbone({name, weights: file, trainable, seed}: BackboneToTrain): Promise<tf.layers.Layer> {
  const weights = await loadWeights(backboneGraph(name, file ? 'file' : 'none'), file, seed);
  const masks = Random.fromSeed(seed).fork('backbone masks').integer(2 ** 31);
  const from = typeof trainable === 'string' ? {name: trainable} : trainable;
  return new TrainableBackbone({name, backbone: {name}, graph: file ? 'file' : 'none', trainableFrom: from, seed: masks}, weights);
}
