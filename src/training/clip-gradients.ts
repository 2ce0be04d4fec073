import tf from '../engine/tfjs.js';
import {attr, runOp} from '../engine/run-op.js';

/** Keras' three ways to clip; at most one is given. */
export type Clipping = {
  /** Each value is brought to -clipvalue..clipvalue. */
  readonly clipvalue?: number;
  /** Each weight's gradient is shortened to this length. */
  readonly clipnorm?: number;
  /** All gradients together are shortened to this length. */
  readonly global_clipnorm?: number;
};

/** How each of these gradients is clipped: one after another, so that not all clipped ones need memory at once. */
export function clipGradients(clipping: Clipping, gradients: readonly tf.Tensor[]): (gradient: tf.Tensor) => tf.Tensor {
  const {clipvalue, clipnorm, global_clipnorm: globalClipnorm} = clipping;
  if (clipnorm !== undefined) {
    return gradient => tf.mul(gradient, tf.div(clipnorm, tf.maximum(lengthOf([gradient]), clipnorm)));
  }

  if (globalClipnorm !== undefined) {
    const length = lengthOf(gradients);
    // As in TensorFlow, gradients of infinite length become NaN, which ends the training, and not 0, which nobody would see.
    const scale = tf.add(tf.div(globalClipnorm, tf.maximum(length, globalClipnorm)), tf.sub(length, length));
    return gradient => tf.mul(gradient, scale);
  }

  if (clipvalue !== undefined) {
    const [low, high] = [tf.scalar(-clipvalue), tf.scalar(clipvalue)];
    return gradient => runOp('ClipByValue', [attr.type('T', 'float32')], [gradient, low, high]);
  }

  return gradient => gradient;
}

/** Root of the sum of all squares, a scalar that stays on the device. */
function lengthOf(gradients: readonly tf.Tensor[]): tf.Tensor {
  const halves = gradients.map(gradient => runOp('L2Loss', [attr.type('T', 'float32')], [gradient]));
  return tf.sqrt(tf.mul(tf.addN(halves), 2));
}
