import tf from '../../engine/tfjs.js';
import type {Square} from './picture-change.js';

/** Fills a square of each picture that has one with `cval`. Float32 `[n, height, width, 3]` → the same shape. */
export function cutOut(batch: tf.Tensor4D, squares: ReadonlyArray<Square | undefined>, cval: number): tf.Tensor4D {
  const [, height, width] = batch.shape;
  return tf.tidy(() => {
    const rows = isWithin(tf.reshape(tf.range(0, height), [1, height, 1, 1]), squares.map(square => square && [square.top, square.side]));
    const columns = isWithin(tf.reshape(tf.range(0, width), [1, 1, width, 1]), squares.map(square => square && [square.left, square.side]));
    return tf.where(tf.logicalAnd(rows, columns), tf.tensor4d([cval], [1, 1, 1, 1], 'float32'), batch);
  });
}

type Span = readonly [first: number, length: number];

/** Which places each picture's span covers: bool `[n, …]`. */
function isWithin(places: tf.Tensor, spans: ReadonlyArray<Span | undefined>): tf.Tensor {
  const ends = (of: (span: Span) => number) => tf.tensor4d(spans.map(span => span ? of(span) : 0), [spans.length, 1, 1, 1], 'float32');
  return tf.logicalAnd(tf.greaterEqual(places, ends(([first]) => first)), tf.less(places, ends(([first, length]) => first + length)));
}
