import tf from '../../engine/tfjs.js';
import type {Adam, AdamW} from '../../domain/generated/experiment-config.js';
import {applyDenseAdam, type OuterProduct} from '../../engine/kernels/dense-adam.js';
import {applyInPlace} from '../../engine/resource-variable.js';
import {attr} from '../../engine/run-op.js';
import type {UpdateRule} from '../update-rule.js';
import {correctionAfter, excessAfter, newShareOf} from './moving-average.js';

type Slot = 'momentum' | 'velocity' | 'velocity_hat';

/**
Adam (Kingma and Ba, 2014, end of section 2; amsgrad: Reddi and others, 2018, algorithm 2) as Keras 2.15 writes it: epsilon is
added to the uncorrected root, and amsgrad's maximum is taken of uncorrected averages.
*/
export function adam({beta_1: beta1, beta_2: beta2, epsilon, amsgrad}: Adam | AdamW): UpdateRule<Slot, tf.Tensor | OuterProduct> {
  return {
    takesProducts: !amsgrad,
    slots: {momentum: 0, velocity: 0, ...amsgrad && {velocity_hat: 0}},
    beginStep({learningRate, step}) {
      // The op's averages are larger than Keras' by these factors; their roots and quotients are brought back to Keras'.
      const [excess1, root2] = [excessAfter(step, beta1), Math.sqrt(excessAfter(step, beta2))];
      const alpha = learningRate * Math.sqrt(correctionAfter(step, beta2)) / correctionAfter(step, beta1);
      // The op would correct by powers of the betas; with powers of 0 it takes alpha as it is.
      const hyper = [0, 0, alpha * root2 / excess1, beta1, beta2, epsilon * root2].map(value => tf.scalar(value));
      const factors = {
        meanShare: newShareOf(beta1),
        squareShare: newShareOf(beta2),
        ofMean: alpha * root2 / excess1,
        ofGradient: 0,
        epsilon: epsilon * root2,
      };
      return ({weight, gradient, slots: {momentum, velocity, velocity_hat: velocityHat}}) => {
        if (!(gradient instanceof tf.Tensor)) {
          applyDenseAdam({weights: weight, means: momentum, squares: velocity, ...factors}, gradient);
        } else if (amsgrad) {
          applyInPlace('ResourceApplyAdamWithAmsgrad', [weight, momentum, velocity, velocityHat], [...hyper, gradient]);
        } else {
          applyInPlace('ResourceApplyAdam', [weight, momentum, velocity], [...hyper, gradient], [attr.bool('use_nesterov', false)]);
        }
      };
    },
  };
}
