import type tf from '../../src/engine/tfjs.js';
import {labelTensor} from '../../src/dataset/batches.js';
import type {Batch} from '../../src/training/training-data.js';
import type {PhotosInMemory} from '../task.js';
import {RowsInMemory} from './rows-in-memory.js';

/** Gives the batches of the photos in memory, in their order, as often as it is called. */
export async function photoBatches({file, size, labels}: PhotosInMemory, classes: number, batchSize: number): Promise<() => Generator<Batch, void>> {
  const rows = await RowsInMemory.read(file, [size, size, 3]);
  return function * () {
    for (let start = 0; start < rows.count; start += batchSize) {
      const indices = Array.from({length: Math.min(batchSize, rows.count - start)}, (_, place) => start + place);
      yield {pictures: rows.take<tf.Tensor4D>(indices), labels: labelTensor(indices.map(index => labels[index]!), classes)};
    }
  };
}
