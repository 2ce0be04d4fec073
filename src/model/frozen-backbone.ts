import tf from '../engine/tfjs.js';
import type {BackboneGraph, BackboneName} from '../domain/backbone.js';
import type {WeightsFile} from '../domain/weights.js';
import {backboneGraph} from './backbones.js';
import {FrozenPlan} from './frozen/frozen-plan.js';
import {loadWeights} from './load-weights.js';
import type {BackboneWeights} from './weights/backbone-weights.js';

export type BackboneToLoad = {
  readonly name: BackboneName;
  /** Without a file its weights are drawn. */
  readonly weights: WeightsFile | undefined;
  /** The run's, for weights that are drawn. */
  readonly seed: number;
};

/** A backbone that is not trained: its weights from a file, or drawn where there is none. Throws where the file does not hold them. */
export async function loadFrozenBackbone({name, weights: file, seed}: BackboneToLoad): Promise<FrozenBackbone> {
  const graph = backboneGraph(name, file ? 'file' : 'none');
  const weights = await loadWeights(graph, file, seed);
  try {
    return new FrozenBackbone(graph, weights);
  } finally {
    tf.dispose([...weights.values()]);
  }
}

/** What a network of frozen layers makes of pictures; batch normalisation uses its moving statistics, and dropout drops nothing. */
export class FrozenBackbone {
  readonly #plan: FrozenPlan;

  /** The weights stay the caller's. */
  constructor({nodes}: BackboneGraph, weights: BackboneWeights) {
    this.#plan = new FrozenPlan(nodes, [nodes.at(-1)!.name], weights);
  }

  /** `[n, size, size, 3]`, preprocessed as the weights expect → `[n, height, width, channels]`, which the caller disposes of. */
  features(pictures: tf.Tensor4D): tf.Tensor4D {
    const [features] = this.#plan.run(pictures);
    return features!;
  }

  dispose(): void {
    this.#plan.dispose();
  }
}
