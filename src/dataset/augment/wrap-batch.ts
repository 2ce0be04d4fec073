import tf from '../../engine/tfjs.js';
import {inputPlaces} from './input-places.js';
import type {PictureMap} from './picture-map.js';

/**
`transformBatch` for `fill_mode: wrap`, of gathers: SciPy's wrap, and so Keras', repeats after length - 1 pixels, which no
mode of TensorFlow's op does. Same shapes.
*/
export function wrapBatch(batch: tf.Tensor4D, maps: readonly PictureMap[]): tf.Tensor4D {
  const [count, height, width] = batch.shape;
  const {column, row} = inputPlaces(batch.shape, maps);
  const [left, right, rightShare] = neighbours(column, width);
  const [upper, lower, lowerShare] = neighbours(row, height);
  const picture = tf.tile(tf.reshape(tf.range(0, count, 1, 'int32'), [count, 1, 1, 1]), [1, height, width, 1]);
  const pick = (y: tf.Tensor, x: tf.Tensor) => tf.gatherND(batch, tf.concat4d([picture as tf.Tensor4D, y as tf.Tensor4D, x as tf.Tensor4D], 3));
  const between = (from: tf.Tensor, to: tf.Tensor, share: tf.Tensor) => tf.add(from, tf.mul(tf.sub(to, from), share));
  return between(
    between(pick(upper, left), pick(upper, right), rightShare),
    between(pick(lower, left), pick(lower, right), rightShare),
    lowerShare,
  ) as tf.Tensor4D;
}

/** The two pixels around each place, wrapped into the picture, and how far towards the second it lies. */
function neighbours(place: tf.Tensor, length: number): [tf.Tensor, tf.Tensor, tf.Tensor] {
  const period = Math.max(length - 1, 1);
  const isOutside = tf.logicalOr(tf.less(place, 0), tf.greater(place, length - 1));
  const wrapped = tf.where(isOutside, tf.sub(place, tf.mul(tf.floor(tf.div(place, period)), period)), place);
  const inside = tf.clipByValue(wrapped, 0, length - 1);
  const first = tf.floor(inside);
  const second = tf.minimum(tf.add(first, 1), length - 1);
  return [tf.cast(first, 'int32'), tf.cast(second, 'int32'), tf.sub(inside, first)];
}
