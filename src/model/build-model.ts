import tf from '@tensorflow/tfjs';
import type {Layer} from '../domain/generated/experiment-config.js';
import {Random} from '../engine/random.js';
import {initialiseWeights} from './initialise-weights.js';
import type {LayerContext} from './layer-context.js';
import {layers} from './layers.js';

export type Architecture = NetworkInput & {
  /** From what goes in to the class probabilities, each layer a map of one key. */
  readonly layers: readonly Layer[];
  readonly classes: number;
  readonly seed: number;
};

/** What goes in: pictures of this height and width, in pixels, or vectors of so many features. */
export type NetworkInput = {readonly imageSize: number} | {readonly features: number};

/** Builds the network `[batch, imageSize, imageSize, 3]` or `[batch, features]` → `[batch, classes]`; the same seed gives the same weights. */
export function buildModel({layers: wanted, classes, seed, ...input}: Architecture): tf.Sequential {
  const random = Random.fromSeed(seed).fork('model');
  const nameOf = createNamer();
  const model = tf.sequential();
  model.add(tf.layers.inputLayer({inputShape: shapeOf(input), name: 'input_1'}));
  for (const [index, layer] of wanted.entries()) {
    const kind = kindOf(layer);
    model.add(buildLayer(kind, layer, {name: nameOf(kind), classes, seed: seedFrom(random.fork(index))}));
  }

  initialiseWeights(model, wanted, {kernels: seedFrom(random.fork('kernels')), biases: seedFrom(random.fork('biases'))});
  return model;
}

function shapeOf(input: NetworkInput): number[] {
  return 'features' in input ? [input.features] : [input.imageSize, input.imageSize, 3];
}

function buildLayer(kind: keyof Layer, layer: Layer, context: LayerContext): tf.layers.Layer {
  // The registry's type pairs each key with its options; the compiler cannot follow that through an index.
  const build = layers[kind] as (options: Layer[keyof Layer], context: LayerContext) => tf.layers.Layer;
  return build(layer[kind], context);
}

/** The one key of the map, checked by the schema. */
function kindOf(layer: Layer): keyof Layer {
  return Object.keys(layer)[0] as keyof Layer;
}

/** A seed as TensorFlow's int32 tensors hold it. */
function seedFrom(random: Random): number {
  return random.integer(2 ** 31);
}

/** Keras' names: the first of a kind is called after it, the next ones count from 1. */
function createNamer(): (kind: string) => string {
  const counts = new Map<string, number>();
  return kind => {
    const count = counts.get(kind) ?? 0;
    counts.set(kind, count + 1);
    return count === 0 ? kind : `${kind}_${count}`;
  };
}
