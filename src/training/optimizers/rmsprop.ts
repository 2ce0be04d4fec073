import tf from '@tensorflow/tfjs';
import type {RMSprop} from '../../domain/generated/experiment-config.js';
import type {UpdateRule} from '../update-rule.js';

type Slot = 'velocity' | 'momentum' | 'average_gradient';

/** RMSprop (Hinton's lecture 6e; centred: Graves, 2013, equations 38 to 41) as Keras 2.15 writes it: epsilon stands under the root. */
export function rmsprop({rho, momentum, epsilon, centered}: RMSprop): UpdateRule<Slot> {
  return {
    slots: ['velocity', ...momentum > 0 ? ['momentum' as const] : [], ...centered ? ['average_gradient' as const] : []],
    update({weight, gradient, slots, learningRate}) {
      const velocity = decay(slots.velocity, tf.square(gradient), rho);
      const updated = {...slots, velocity};
      let spread = velocity;
      if (centered) {
        updated.average_gradient = decay(slots.average_gradient, gradient, rho);
        spread = tf.sub(velocity, tf.square(updated.average_gradient));
      }

      let change = tf.mul(tf.mul(gradient, learningRate), tf.rsqrt(tf.add(spread, epsilon)));
      if (momentum > 0) {
        change = tf.add(tf.mul(slots.momentum, momentum), change);
        updated.momentum = change;
      }

      return {weight: tf.sub(weight, change), slots: updated};
    },
  };
}

/** `rate` of the average and 1 - `rate` of the value. */
function decay(average: tf.Tensor, value: tf.Tensor, rate: number): tf.Tensor {
  return tf.add(tf.mul(average, rate), tf.mul(value, 1 - rate));
}
