import tf from '../../engine/tfjs.js';

/**
Adds one number to all values of each picture, and keeps them within the range that the picture had, as Keras'
`apply_channel_shift` does. Float32 `[n, height, width, 3]` → the same shape.
*/
export function shiftChannels(batch: tf.Tensor4D, shifts: readonly number[]): tf.Tensor4D {
  return tf.tidy(() => {
    const shifted = tf.add(batch, tf.tensor4d([...shifts], [shifts.length, 1, 1, 1], 'float32'));
    const low = tf.min(batch, [1, 2, 3], true);
    const high = tf.max(batch, [1, 2, 3], true);
    return tf.minimum(tf.maximum(shifted, low), high);
  });
}
