import tf from '../tfjs.js';

export type Graded = {
  /** Float32 `[batch, classes]`. */
  readonly logits: tf.Tensor2D;
  /** Float32 `[batch, classes]`: each row's share in each class. */
  readonly labels: tf.Tensor2D;
  /** Each row's, `[batch]`, or one for all. */
  readonly weights: tf.Tensor1D | number;
};

/** What a batch's logits are worth; both scalars. */
export type Crossentropy = {
  /** The weighted losses' sum. */
  readonly loss: tf.Scalar;
  /** Int32: how many rows' largest probability is their largest label's; where rounding makes two equal, the first counts. */
  readonly right: tf.Scalar;
};

/**
Softmax cross-entropy by tfjs' own operations, as on a GPU: there TensorFlow refuses its op for it where the same run is to give
the same bits.
*/
export function crossentropyByParts({logits, labels, weights}: Graded): Crossentropy {
  return tf.tidy(() => ({
    loss: tf.sum<tf.Scalar>(tf.mul(tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), labels), -1)), weights)),
    right: countRight(logits, labels),
  }));
}

/** Keras' categorical_accuracy looks at probabilities, of which rounding can make two equal. */
function countRight(logits: tf.Tensor2D, labels: tf.Tensor2D): tf.Scalar {
  const answers = tf.argMax(tf.softmax(logits), -1);
  return tf.sum(tf.cast(tf.equal(answers, tf.argMax(labels, -1)), 'int32'));
}
