import tf from '@tensorflow/tfjs';
import type {SGD} from '../../domain/generated/experiment-config.js';
import type {UpdateRule} from '../update-rule.js';

/** Gradient descent as Keras 2.15 writes it: the momentum holds the learning rate; Nesterov's looks one step ahead. */
export function sgd({momentum: share, nesterov}: SGD): UpdateRule<'momentum'> {
  return {
    slots: share > 0 ? ['momentum'] : [],
    update({weight, gradient, slots, learningRate}) {
      const step = tf.mul(gradient, -learningRate);
      if (share === 0) {
        return {weight: tf.add(weight, step), slots};
      }

      const momentum = tf.add(step, tf.mul(slots.momentum, share));
      const change = nesterov ? tf.add(step, tf.mul(momentum, share)) : momentum;
      return {weight: tf.add(weight, change), slots: {momentum}};
    },
  };
}
