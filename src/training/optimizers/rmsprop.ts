import tf from '../../engine/tfjs.js';
import type {RMSprop} from '../../domain/generated/experiment-config.js';
import {applyInPlace} from '../../engine/resource-variable.js';
import type {UpdateRule} from '../update-rule.js';
import {newShareOf} from './moving-average.js';

type Slot = 'velocity' | 'momentum' | 'average_gradient';

/** RMSprop (Hinton's lecture 6e; centred: Graves, 2013, equations 38 to 41) as Keras 2.15 writes it: epsilon stands under the root. */
export function rmsprop({rho, momentum, epsilon, centered}: RMSprop): UpdateRule<Slot> {
  // Keras adds 1 - rho of the new value in double precision: its averages are the op's divided by this.
  const excess = newShareOf(rho) / (1 - rho);
  return {
    slots: {velocity: 0, momentum: 0, ...centered && {average_gradient: 0}},
    beginStep({learningRate}) {
      const hyper = [learningRate * Math.sqrt(excess), rho, momentum, epsilon * excess].map(value => tf.scalar(value));
      return ({weight, gradient, slots}) => {
        if (centered) {
          applyInPlace('ResourceApplyCenteredRMSProp', [weight, slots.average_gradient, slots.velocity, slots.momentum], [...hyper, gradient]);
        } else {
          applyInPlace('ResourceApplyRMSProp', [weight, slots.velocity, slots.momentum], [...hyper, gradient]);
        }
      };
    },
  };
}
