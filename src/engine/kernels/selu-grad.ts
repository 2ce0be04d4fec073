import tf from '../tfjs.js';
import {attr, runOp} from '../run-op.js';

/**
Gives selu TensorFlow's own gradient, as in Keras. tfjs' differs where the input is exactly 0, as under black pixels and a bias
that is still 0: it takes the slope from the left, 1.76, in place of that from the right, 1.05. First derivatives only.
*/
export function registerSeluGrad(): void {
  tf.unregisterGradient('Selu');
  tf.registerGradient({
    kernelName: 'Selu',
    outputsToSave: [true],
    gradFunc(dy, [y]) {
      return {x: () => runOp('SeluGrad', [attr.type('T', 'float32')], [dy as tf.Tensor, y!])};
    },
  });
}
