import tf from '@tensorflow/tfjs';
import {isOnProcessor} from '../compute-on.js';
import {attr, runOpOutputs} from '../run-op.js';

type Crossentropy = (logits: tf.Tensor2D, labels: tf.Tensor2D, weights: tf.Tensor1D | number) => tf.Scalar;

/**
The cross-entropy of each row's softmax: logits and labels, float32 `[batch, classes]` both, and each row's weight, `[batch]`
or a number → the weighted losses' sum, a scalar. On the processor by TensorFlow's own op, which gives the gradient with it; a
GPU refuses that op where the same run is to give the same bits. The labels have no gradient. First derivatives only.
*/
export const softmaxCrossentropy: Crossentropy = (logits, labels, weights) =>
  tf.tidy(() => (isOnProcessor() ? inOneOp : byParts)(logits, labels, weights));

const byParts: Crossentropy = (logits, labels, weights) =>
  tf.sum(tf.mul(tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), labels), -1)), weights));

const inOneOp: Crossentropy = (logits, labels, weights) => {
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
  return compute(logits) as tf.Scalar;
};
