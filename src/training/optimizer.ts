import tf from '@tensorflow/tfjs';
import type {UpdateRule} from './update-rule.js';

/** What a checkpoint keeps of an optimizer. The tensors stay the optimizer's own. */
export type OptimizerState = {
  readonly step: number;
  /** For each slot of the rule, one tensor a weight, in the weights' order. */
  readonly slots: Readonly<Record<string, readonly tf.Tensor[]>>;
};

/** Applies one update rule to the trainable weights of a model, and holds what the rule remembers of each. */
export class Optimizer {
  /** May be changed between steps. */
  learningRate: number;
  readonly weights: readonly tf.Variable[];
  readonly #rule: UpdateRule;
  readonly #memories: ReadonlyArray<Record<string, tf.Variable>>;
  #step = 0;

  constructor(rule: UpdateRule, learningRate: number, weights: readonly tf.Variable[]) {
    this.learningRate = learningRate;
    this.weights = weights;
    this.#rule = rule;
    const memoryOf = (weight: tf.Variable) => tf.tidy(() => tf.variable(tf.zeros(weight.shape), false));
    this.#memories = weights.map(weight => Object.fromEntries(rule.slots.map(slot => [slot, memoryOf(weight)])));
  }

  /** One step down the gradients, given in the order of `weights`; the caller disposes of them. */
  apply(gradients: readonly tf.Tensor[]): void {
    this.#step += 1;
    for (const [index, weight] of this.weights.entries()) {
      const memory = this.#memories[index]!;
      tf.tidy(() => {
        const updated = this.#rule.update({weight, gradient: gradients[index]!, slots: memory, learningRate: this.learningRate, step: this.#step});
        weight.assign(updated.weight);
        for (const slot of this.#rule.slots) {
          memory[slot]!.assign(updated.slots[slot]!);
        }
      });
    }
  }

  get state(): OptimizerState {
    return {
      step: this.#step,
      slots: Object.fromEntries(this.#rule.slots.map(slot => [slot, this.#memories.map(memory => memory[slot]!)])),
    };
  }

  /** Takes up where the optimizer stood that told this state; the tensors are copied. */
  set state({step, slots}: OptimizerState) {
    this.#step = step;
    for (const slot of this.#rule.slots) {
      for (const [index, memory] of this.#memories.entries()) {
        tf.tidy(() => {
          memory[slot]!.assign(tf.clone(slots[slot]![index]!));
        });
      }
    }
  }

  dispose(): void {
    tf.dispose(this.#memories.map(memory => Object.values(memory)));
  }
}
