import tf from '../tfjs.js';
import {attr, runOp} from '../run-op.js';

/**
Gives relu TensorFlow's own gradient, one op in place of the five that tfjs builds of `step`. It keeps relu's output, which the
next layer keeps anyway, instead of its input (the sign says the same). The gradient at 0 is 0 in both. First derivatives only.
*/
export function registerReluGrad(): void {
  tf.unregisterGradient('Relu');
  tf.registerGradient({
    kernelName: 'Relu',
    outputsToSave: [true],
    gradFunc(dy, [y]) {
      return {x: () => runOp('ReluGrad', [attr.type('T', 'float32')], [dy as tf.Tensor, y!])};
    },
  });
}
