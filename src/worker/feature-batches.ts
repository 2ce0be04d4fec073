import tf from '../engine/tfjs.js';
import {batchCount, labelTensor} from '../dataset/batches.js';
import type {Batch, TrainingData} from '../training/training-data.js';

/** Features of photos, `[photos, width]`, and their classes. */
export type FeatureRows = {
  readonly values: Float32Array;
  readonly width: number;
  readonly labels: readonly number[];
  readonly classCount: number;
};

/** Batches of the views in turn, one an epoch, each in that epoch's own order. */
export function trainingBatches(views: readonly FeatureRows[], batchSize: number, orderOf: (epoch: number) => Uint32Array): TrainingData['training'] {
  const {labels: {length: count}} = views[0]!;
  return {
    count,
    steps: batchCount(count, batchSize),
    batches: (epoch, skip = 0) => batchesOf(views[(epoch - 1) % views.length]!, orderOf(epoch).subarray(skip * batchSize), batchSize),
  };
}

/** Batches of all rows in their order. */
export function validationBatches(rows: FeatureRows, batchSize: number): TrainingData['validation'] {
  const {labels: {length: count}} = rows;
  return {
    count,
    steps: batchCount(count, batchSize),
    batches: () => batchesOf(rows, Uint32Array.from(rows.labels.keys()), batchSize),
  };
}

function * batchesOf({values, width, labels, classCount}: FeatureRows, order: Uint32Array, batchSize: number): Generator<Batch> {
  for (let start = 0; start < order.length; start += batchSize) {
    const indices = order.subarray(start, start + batchSize);
    const taken = new Float32Array(indices.length * width);
    for (const [place, index] of indices.entries()) {
      taken.set(values.subarray(index * width, (index + 1) * width), place * width);
    }

    yield {
      pictures: tf.tensor2d(taken, [indices.length, width], 'float32'),
      labels: labelTensor(Array.from(indices, index => labels[index]!), classCount),
    };
  }
}
