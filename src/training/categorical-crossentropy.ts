import tf from '../engine/tfjs.js';
import type {Crossentropy} from '../engine/kernels/crossentropy-by-parts.js';
import {softmaxCrossentropy} from '../engine/kernels/softmax-crossentropy.js';

export type CrossentropyOptions = {
  /** Share of each label that is spread evenly over all classes, 0 to 1. */
  readonly labelSmoothing: number;
  /** How much a picture of each class counts, in the order of the network's outputs; all the same without. */
  readonly classWeights?: readonly number[] | undefined;
};

/** The batch that these logits are a part of: its parts' losses add up to its own. */
type OfBatch = {readonly of?: number | undefined};

/**
Keras' CategoricalCrossentropy from logits and one-hot labels, both `[batch, classes]`: the weighted losses' sum, divided by the
number of pictures (not by their weights); and how many pictures are right, as its categorical_accuracy counts. Label smoothing:
Szegedy, Vanhoucke, Ioffe, Shlens and Wojna, 2016, section 7.
*/
export function categoricalCrossentropy(logits: tf.Tensor2D, labels: tf.Tensor2D, options: CrossentropyOptions & OfBatch): Crossentropy {
  const {labelSmoothing, classWeights, of: count = labels.shape[0]} = options;
  return tf.tidy(() => {
    const weights = classWeights ? tf.div<tf.Tensor1D>(tf.sum(tf.mul(labels, [...classWeights]), -1), count) : 1 / count;
    return softmaxCrossentropy({logits, labels: smooth(labels, labelSmoothing), weights});
  });
}

function smooth(labels: tf.Tensor2D, share: number): tf.Tensor2D {
  return share === 0 ? labels : tf.add(tf.mul(labels, 1 - share), share / labels.shape[1]);
}
