import tf from '../../engine/tfjs.js';
import type {PictureMap} from './picture-map.js';

/** Where in the input each output pixel comes from: float32 `[n, height, width, 1]` each, in pixels. */
export type InputPlaces = {
  readonly column: tf.Tensor;
  readonly row: tf.Tensor;
};

/** The places that maps take the pixels of a batch to. */
export function inputPlaces([count, height, width]: tf.Tensor4D['shape'], maps: readonly PictureMap[]): InputPlaces {
  const [a0, a1, a2, b0, b1, b2, c0, c1] = tf.split(tf.tensor4d(maps.flat(), [count, 1, 1, 8], 'float32'), 8, 3);
  const x = tf.reshape(tf.range(0, width), [1, 1, width, 1]);
  const y = tf.reshape(tf.range(0, height), [1, height, 1, 1]);
  const depth = tf.add(tf.add(tf.mul(c0!, x), tf.mul(c1!, y)), 1);
  return {
    column: tf.div(tf.add(tf.add(tf.mul(a0!, x), tf.mul(a1!, y)), a2!), depth),
    row: tf.div(tf.add(tf.add(tf.mul(b0!, x), tf.mul(b1!, y)), b2!), depth),
  };
}
