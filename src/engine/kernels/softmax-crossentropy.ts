import tf from '@tensorflow/tfjs';
import {attr, runOpOutputs} from '../run-op.js';

/**
The cross-entropy of each row's softmax, by TensorFlow's own op, which gives the gradient with it: logits and labels, float32
`[batch, classes]` both, and each row's weight, `[batch]` or a number → the weighted losses' sum, a scalar. The labels have no
gradient. First derivatives only.
*/
export function softmaxCrossentropy(logits: tf.Tensor2D, labels: tf.Tensor2D, weights: tf.Tensor1D | number): tf.Scalar {
  const compute = tf.customGrad((...args) => {
    const save = args.pop() as tf.GradSaveFunc;
    const [losses, slopes] = runOpOutputs('SoftmaxCrossEntropyWithLogits', [attr.type('T', 'float32')], [args[0] as tf.Tensor, labels], 2);
    const slopeWeights = typeof weights === 'number' ? tf.scalar(weights) : tf.expandDims(weights, 1);
    save([slopes!, slopeWeights]);
    return {
      value: tf.sum(tf.mul(losses!, weights)),
      gradFunc: (dy: tf.Tensor, [savedSlopes, savedWeights]: tf.Tensor[]) => tf.mul(savedSlopes!, tf.mul(savedWeights!, dy)),
    };
  });
  return tf.tidy(() => compute(logits) as tf.Scalar);
}
