import tf from '../tfjs.js';
import {attr, runOp} from '../run-op.js';

/**
Gives relu6 TensorFlow's own gradient, one op in place of tfjs' several. It keeps relu6's output, which the next layer keeps anyway;
where that is 0 or 6 there is none. First derivatives only.
*/
export function registerRelu6Grad(): void {
  tf.unregisterGradient('Relu6');
  tf.registerGradient({
    kernelName: 'Relu6',
    outputsToSave: [true],
    gradFunc(dy, [y]) {
      return {x: () => runOp('Relu6Grad', [attr.type('T', 'float32')], [dy as tf.Tensor, y!])};
    },
  });
}
