import tf from '../engine/tfjs.js';

/** Moves a moving average by a share 1 - momentum of its distance to the batch's value, of the same shape. */
export function moveAverage(average: tf.LayerVariable, value: tf.Tensor, momentum: number): void {
  tf.tidy(() => {
    average.write(tf.sub(average.read(), tf.mul(tf.sub(average.read(), value), 1 - momentum)));
  });
}
