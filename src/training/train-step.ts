import tf from '@tensorflow/tfjs';
import type {OuterProduct} from '../engine/kernels/dense-adam.js';
import {categoricalCrossentropy, type CrossentropyOptions} from './categorical-crossentropy.js';
import type {Logits} from './logits-of.js';
import type {Optimizer} from './optimizer.js';
import type {Batch} from './training-data.js';

/** What a step is remembered by; still on the device, so that reading it does not hold up the next step. */
export type StepOutcome = {
  /** Mean over the batch. */
  readonly loss: tf.Scalar;
  /** How many pictures were answered right, before the step. */
  readonly right: tf.Scalar;
  readonly count: number;
};

export type StepOptions = {
  readonly logits: Logits;
  readonly optimizer: Optimizer;
  readonly loss: CrossentropyOptions;
};

/** One step: forward, backward, update. The caller disposes of the batch and of what it gets. */
export function trainStep({logits, optimizer, loss}: StepOptions, {pictures, labels}: Batch): StepOutcome {
  return tf.tidy(() => {
    let right!: tf.Scalar;
    const products = optimizer.takesProducts ? new Map<tf.Variable, OuterProduct>() : undefined;
    const {value, grads} = tf.variableGrads(() => {
      const outcome = categoricalCrossentropy(logits(pictures, {training: true, products}), labels, loss);
      right = tf.keep(outcome.right);
      return outcome.loss;
    }, [...optimizer.weights]);
    optimizer.apply(optimizer.weights.map(weight => products?.get(weight) ?? grads[weight.name]!));
    tf.dispose([...products?.values() ?? []].flatMap(({x, dy}) => [x, dy]));
    return {loss: value, right, count: labels.shape[0]};
  });
}
