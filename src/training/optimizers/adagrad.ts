import tf from '../../engine/tfjs.js';
import type {Adagrad} from '../../domain/generated/experiment-config.js';
import {applyInPlace} from '../../engine/resource-variable.js';
import {attr} from '../../engine/run-op.js';
import type {UpdateRule} from '../update-rule.js';

/** Adagrad (Duchi and others, 2011) as Keras 2.15 writes it: epsilon stands under the root. */
export function adagrad({initial_accumulator_value: initial, epsilon}: Adagrad): UpdateRule<'accumulator'> {
  return {
    // The op has no epsilon; a sum that begins with it holds it for good.
    slots: {accumulator: initial + epsilon},
    beginStep({learningRate}) {
      const rate = tf.scalar(learningRate);
      return ({weight, gradient, slots: {accumulator}}) => {
        applyInPlace('ResourceApplyAdagrad', [weight, accumulator], [rate, gradient], [attr.bool('update_slots', true)]);
      };
    },
  };
}
