import tf from '../../engine/tfjs.js';
import type {Nadam} from '../../domain/generated/experiment-config.js';
import {applyDenseAdam, type OuterProduct} from '../../engine/kernels/dense-adam.js';
import {applyInPlace} from '../../engine/resource-variable.js';
import {attr} from '../../engine/run-op.js';
import type {UpdateRule} from '../update-rule.js';
import {correctionAfter, newShareOf} from './moving-average.js';

type Slot = 'momentum' | 'velocity';

/**
Nadam (Dozat, 2015, algorithm 2) with Keras' schedule of the momentum, u_t = beta_1 (1 - 0.96^t / 2), and with the product of
all u_t as it comes out in Keras 2.15's `fit`: its compiled step multiplies once a weight where it means once a step.
*/
export function nadam({beta_1: beta1, beta_2: beta2, epsilon}: Nadam): UpdateRule<Slot, tf.Tensor | OuterProduct> {
  const scheduled = (step: number) => beta1 * (1 - (0.5 * (0.96 ** step)));
  return {
    takesProducts: true,
    slots: {momentum: 0, velocity: 0},
    scalars: {u_product: 1},
    beginStep({learningRate, step, count, scalars}) {
      const [now, next] = [scheduled(step), scheduled(step + 1)];
      const root = Math.sqrt(correctionAfter(step, beta2));
      const none = tf.scalar(0);
      const averaging = [beta1, beta2, epsilon * root].map(value => tf.scalar(value));
      return ({weight, gradient, slots: {momentum, velocity}, index}) => {
        // Keras looks whether the step's first weight has multiplied already by a number that stood still when the step was
        // compiled, for the second time: the numbers of the weights pass by once, one a step.
        if (index !== step - count) {
          scalars.u_product! *= now;
        }

        const momentumShare = next / (1 - (scalars.u_product! * next));
        const gradientShare = (1 - now) / (1 - scalars.u_product!);
        const [ofMean, ofGradient] = [momentumShare, gradientShare].map(part => learningRate * root * part) as [number, number];
        if (!(gradient instanceof tf.Tensor)) {
          const shares = {meanShare: newShareOf(beta1), squareShare: newShareOf(beta2)};
          applyDenseAdam({weights: weight, means: momentum, squares: velocity, ...shares, ofMean, ofGradient, epsilon: epsilon * root}, gradient);
          return;
        }

        // Two ops that each go a part of the way, the second without a change to the average that it divides by.
        const [rate, rateNow] = [tf.scalar(ofMean), tf.scalar(ofGradient)];
        applyInPlace('ResourceApplyAdam', [weight, momentum, velocity], [none, none, rate, ...averaging, gradient], [attr.bool('use_nesterov', false)]);
        applyInPlace('ResourceApplyAdagradV2', [weight, velocity], [rateNow, averaging[2]!, gradient], [attr.bool('update_slots', false)]);
      };
    },
  };
}
