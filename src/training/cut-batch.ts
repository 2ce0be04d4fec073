import tf from '../engine/tfjs.js';
import type {Batch} from './training-data.js';

/** So many pictures of a batch, and their labels, from a place on; the tensors belong to the surrounding `tf.tidy`. */
export function cutBatch({pictures, labels}: Batch, start: number, length: number): Batch {
  return {pictures: tf.slice(pictures, start, length), labels: tf.slice(labels, start, length)};
}
