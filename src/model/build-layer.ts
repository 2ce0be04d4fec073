import type tf from '../engine/tfjs.js';
import type {Layer} from '../domain/generated/experiment-config.js';
import type {Random} from '../engine/random.js';
import type {LayerContext} from './layer-context.js';
import {layers} from './layers.js';

/** What the layers of one network share, and a generator of which nothing was drawn yet, this layer's own. */
export type LayerPlace = {
  readonly nameOf: (kind: string) => string;
  readonly classes: number;
  readonly random: Random;
};

/** Builds one layer, and those that it consists of, as an experiment file writes it: a map of one key. */
export function buildLayer(layer: Layer, {nameOf, classes, random}: LayerPlace): tf.layers.Layer {
  const [kind] = Object.keys(layer) as [keyof Layer];
  // The registry's type pairs each key with its options; the compiler cannot follow that through an index.
  const build = layers[kind] as (options: Layer[keyof Layer], context: LayerContext) => tf.layers.Layer;
  return build(layer[kind], {
    name: nameOf(kind),
    classes,
    seed: random.integer(2 ** 31),
    buildBranch: (branch, index) => buildLayer(branch, {nameOf, classes, random: random.fork(index)}),
  });
}
