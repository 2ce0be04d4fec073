import tf from '@tensorflow/tfjs';

export type CrossentropyOptions = {
  /** Share of each label that is spread evenly over all classes, 0 to 1. */
  readonly labelSmoothing: number;
  /** How much a picture of each class counts, in the order of the network's outputs; all the same without. */
  readonly classWeights?: readonly number[] | undefined;
};

/**
Keras' CategoricalCrossentropy from logits and one-hot labels, both `[batch, classes]`: the weighted losses' sum, divided by the
number of pictures (not by their weights). Label smoothing: Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, 2016, section 7.
*/
export function categoricalCrossentropy(logits: tf.Tensor2D, labels: tf.Tensor2D, {labelSmoothing, classWeights}: CrossentropyOptions): tf.Scalar {
  return tf.tidy(() => {
    const losses = tf.neg(tf.sum(tf.mul(tf.logSoftmax(logits), smooth(labels, labelSmoothing)), -1));
    const weighted = classWeights ? tf.mul(losses, tf.sum(tf.mul(labels, [...classWeights]), -1)) : losses;
    return tf.mean<tf.Scalar>(weighted);
  });
}

function smooth(labels: tf.Tensor2D, share: number): tf.Tensor {
  return share === 0 ? labels : tf.add(tf.mul(labels, 1 - share), share / labels.shape[1]);
}
