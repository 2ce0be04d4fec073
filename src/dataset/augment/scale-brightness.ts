import tf from '../../engine/tfjs.js';

/** More than rounding takes from an evenly coloured place that was interpolated, and less than shows. */
const slack = 1e-3;

/**
Multiplies the values of each picture by one factor as Keras' `apply_brightness_shift` does with Pillow: on whole values of
0 to 255, fractions cut off before and after. Float32 `[n, height, width, 3]` → the same shape.
*/
export function scaleBrightness(batch: tf.Tensor4D, factors: readonly number[]): tf.Tensor4D {
  return tf.tidy(() => {
    const factor = tf.tensor4d([...factors], [factors.length, 1, 1, 1], 'float32');
    const whole = tf.floor(tf.add(batch, slack));
    return tf.floor(tf.clipByValue(tf.mul(whole, factor), 0, 255)) as tf.Tensor4D;
  });
}
