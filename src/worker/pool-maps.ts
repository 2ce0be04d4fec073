import tf from '../engine/tfjs.js';

/** Each channel's mean and maximum, `[n, height, width, channels]` → `[n, 2 * channels]`, all means first. */
export function poolMaps(maps: tf.Tensor4D): tf.Tensor2D {
  return tf.tidy(() => tf.concat2d([tf.mean<tf.Tensor2D>(maps, [1, 2]), tf.max<tf.Tensor2D>(maps, [1, 2])], 1));
}
