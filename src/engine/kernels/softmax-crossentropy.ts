import tf from '../tfjs.js';
import {hasNativeOps} from '../native-ops.js';
import {runOpOutputs} from '../run-op.js';
import {crossentropyByParts, type Crossentropy, type Graded} from './crossentropy-by-parts.js';

/**
The cross-entropy of each row's softmax, and how many rows are right: by ablate's own op, which gives the gradient with it, where
that is there. The labels have no gradient. First derivatives only.
*/
export function softmaxCrossentropy(graded: Graded): Crossentropy {
  return tf.tidy(() => hasNativeOps() ? byOwnOp(graded) : crossentropyByParts(graded));
}

function byOwnOp({logits, labels, weights}: Graded): Crossentropy {
  const rowWeights = typeof weights === 'number' ? tf.tensor1d(new Float32Array(labels.shape[0]).fill(weights)) : weights;
  let counted!: tf.Tensor;
  const compute = tf.customGrad((...args) => {
    const save = args.pop() as tf.GradSaveFunc;
    const [loss, right, slopes] = runOpOutputs('AblateCrossentropy', [], [args[0] as tf.Tensor, labels, rowWeights], 3);
    counted = tf.keep(right!);
    save([slopes!]);
    return {value: loss!, gradFunc: (dy: tf.Tensor, [saved]: tf.Tensor[]) => tf.mul(saved!, dy)};
  });
  const loss = compute(logits) as tf.Scalar;
  const right = tf.clone(counted) as tf.Scalar;
  counted.dispose();
  return {loss, right};
}
