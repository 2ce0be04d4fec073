import tf from '@tensorflow/tfjs';
import type {Adam} from '../../domain/generated/experiment-config.js';
import type {UpdateRule} from '../update-rule.js';

/** Adam (Kingma and Ba, 2014, end of section 2) as Keras 2.15 writes it: epsilon is added to the uncorrected root. */
export function adam({beta_1: beta1, beta_2: beta2, epsilon}: Adam): UpdateRule<'momentum' | 'velocity'> {
  return {
    slots: ['momentum', 'velocity'],
    update({weight, gradient, slots, learningRate, step}) {
      const alpha = learningRate * Math.sqrt(1 - (beta2 ** step)) / (1 - (beta1 ** step));
      const momentum = approach(slots.momentum, gradient, 1 - beta1);
      const velocity = approach(slots.velocity, tf.square(gradient), 1 - beta2);
      const change = tf.div(tf.mul(momentum, alpha), tf.add(tf.sqrt(velocity), epsilon));
      return {weight: tf.sub(weight, change), slots: {momentum, velocity}};
    },
  };
}

/** Moves `average` by a share of its distance to `value`. */
function approach(average: tf.Tensor, value: tf.Tensor, share: number): tf.Tensor {
  return tf.add(average, tf.mul(tf.sub(value, average), share));
}
