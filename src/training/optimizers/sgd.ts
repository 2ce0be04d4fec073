import tf from '../../engine/tfjs.js';
import type {SGD} from '../../domain/generated/experiment-config.js';
import {applyInPlace} from '../../engine/resource-variable.js';
import {attr} from '../../engine/run-op.js';
import type {UpdateRule} from '../update-rule.js';

/** Gradient descent as Keras 2.15 writes it: the momentum holds the learning rate; Nesterov's looks one step ahead. */
export function sgd({momentum: share, nesterov}: SGD): UpdateRule<'momentum'> | UpdateRule<never> {
  return share > 0 ? withMomentum(share, nesterov) : plain;
}

const plain: UpdateRule<never> = {
  slots: {},
  beginStep({learningRate}) {
    const rate = tf.scalar(learningRate);
    return ({weight, gradient}) => {
      applyInPlace('ResourceApplyGradientDescent', [weight], [rate, gradient]);
    };
  },
};

function withMomentum(share: number, nesterov: boolean): UpdateRule<'momentum'> {
  return {
    slots: {momentum: 0},
    beginStep({learningRate}) {
      const [rate, kept] = [tf.scalar(learningRate), tf.scalar(share)];
      return ({weight, gradient, slots: {momentum}}) => {
        applyInPlace('ResourceApplyKerasMomentum', [weight, momentum], [rate, gradient, kept], [attr.bool('use_nesterov', nesterov)]);
      };
    },
  };
}
