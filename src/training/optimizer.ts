import tf from '../engine/tfjs.js';
import type {OuterProduct} from '../engine/kernels/dense-adam.js';
import {hasNativeOps} from '../engine/native-ops.js';
import {applyInPlace, ResourceVariable} from '../engine/resource-variable.js';
import {clipGradients, type Clipping} from './clip-gradients.js';
import type {AnyRule} from './update-rule.js';

/** What a checkpoint keeps of an optimizer. */
export type OptimizerState = {
  readonly step: number;
  /** For each slot of the rule, one tensor a weight, in the weights' order. */
  readonly slots: Readonly<Record<string, readonly tf.Tensor[]>>;
  /** What the rule remembers of all weights together. */
  readonly scalars: Readonly<Record<string, number>>;
};

/** What optimizers share whatever their rule. */
export type OptimizerOptions = Clipping & {
  readonly learning_rate: number;
  /** The share of each weight, times the learning rate, that is taken off before each update. */
  readonly weight_decay?: number;
};

/** Applies one update rule to the trainable weights of a model, and holds what the rule remembers of each. */
export class Optimizer {
  /** May be changed between steps. */
  learningRate: number;
  readonly weights: readonly tf.Variable[];
  readonly #rule: AnyRule;
  readonly #options: OptimizerOptions;
  readonly #memories: ReadonlyArray<{readonly weight: ResourceVariable; readonly slots: Readonly<Record<string, ResourceVariable>>}>;
  #scalars: Record<string, number>;
  #step = 0;

  constructor(rule: AnyRule, options: OptimizerOptions, weights: readonly tf.Variable[]) {
    this.learningRate = options.learning_rate;
    this.weights = weights;
    this.#rule = rule;
    this.#options = options;
    this.#scalars = {...rule.scalars};
    this.#memories = weights.map(weight => ({
      weight: new ResourceVariable(weight),
      slots: Object.fromEntries(Object.entries(rule.slots).map(([slot, start]) => [slot, filled(weight.shape, start!)])),
    }));
  }

  /** Whether gradients of dense kernels may come as products: nothing but the rule looks at them. */
  get takesProducts(): boolean {
    const {clipvalue, clipnorm, global_clipnorm: globalClipnorm} = this.#options;
    return Boolean(this.#rule.takesProducts) && hasNativeOps() && [clipvalue, clipnorm, globalClipnorm].every(clipping => clipping === undefined);
  }

  /** How many steps were taken. */
  get steps(): number {
    return this.#step;
  }

  /** One step down the gradients, given in the order of `weights`; the caller disposes of them. */
  apply(gradients: ReadonlyArray<tf.Tensor | OuterProduct>): void {
    this.#step += 1;
    tf.tidy(() => {
      const {learningRate, weights: {length: count}} = this;
      const clip = clipGradients(this.#options, gradients.filter(gradient => isTensor(gradient)));
      const decay = this.#beginDecay();
      const update = this.#rule.beginStep({learningRate, step: this.#step, count, scalars: this.#scalars});
      for (const [index, value] of this.weights.entries()) {
        const {weight, slots} = this.#memories[index]!;
        const gradient = gradients[index]!;
        tf.tidy(() => {
          weight.update(value, () => {
            decay(weight);
            update({weight, gradient: isTensor(gradient) ? clip(gradient) : gradient, slots, index});
          });
        });
      }
    });
  }

  /** The caller disposes of the tensors. */
  get state(): OptimizerState {
    const slots = Object.keys(this.#rule.slots).map(slot => [slot, this.#memories.map(memory => memory.slots[slot]!.read())]);
    return {step: this.#step, slots: Object.fromEntries(slots) as OptimizerState['slots'], scalars: {...this.#scalars}};
  }

  /** Takes up where the optimizer stood that told this state; the tensors stay the caller's. */
  set state({step, slots, scalars}: OptimizerState) {
    this.#step = step;
    this.#scalars = {...scalars};
    for (const slot of Object.keys(this.#rule.slots)) {
      for (const [index, memory] of this.#memories.entries()) {
        memory.slots[slot]!.assign(slots[slot]![index]!);
      }
    }
  }

  dispose(): void {
    for (const {weight, slots} of this.#memories) {
      weight.dispose();
      for (const slot of Object.values(slots)) {
        slot.dispose();
      }
    }
  }

  #beginDecay(): (weight: ResourceVariable) => void {
    const {weight_decay: decay} = this.#options;
    if (!decay) {
      return () => undefined;
    }

    const share = tf.scalar(decay * this.learningRate);
    return weight => {
      tf.tidy(() => {
        applyInPlace('ResourceApplyGradientDescent', [weight], [share, weight.read()]);
      });
    };
  }
}

function isTensor(gradient: tf.Tensor | OuterProduct): gradient is tf.Tensor {
  return gradient instanceof tf.Tensor;
}

function filled(shape: number[], value: number): ResourceVariable {
  const start = tf.fill(shape, value);
  const variable = new ResourceVariable(start);
  start.dispose();
  return variable;
}
