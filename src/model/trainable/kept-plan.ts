import type tf from '../../engine/tfjs.js';
import type {FrozenPlan} from '../frozen/frozen-plan.js';
import type {BackboneWeights} from '../weights/backbone-weights.js';

/** A plan that is made anew once the weights that it folded have changed. */
export class KeptPlan {
  #plan: FrozenPlan | undefined;
  #version = 0;
  #values: readonly object[] = [];

  /** `version` tells of changes in place, as optimizers make them; a weight that was written has another memory. */
  of(weights: ReadonlyMap<string, tf.LayerVariable>, version: number, make: (weights: BackboneWeights) => FrozenPlan): FrozenPlan {
    const tensors = new Map([...weights].map(([name, weight]) => [name, weight.read()]));
    const values = [...tensors.values()].map(({dataId}) => dataId);
    if (!this.#plan || version !== this.#version || values.some((value, index) => value !== this.#values[index])) {
      this.dispose();
      this.#plan = make(tensors);
      this.#version = version;
      this.#values = values;
    }

    return this.#plan;
  }

  dispose(): void {
    this.#plan?.dispose();
    this.#plan = undefined;
  }
}
