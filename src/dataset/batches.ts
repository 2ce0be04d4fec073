import tf from '../engine/tfjs.js';
import type {Pixels} from '../domain/dataset.js';

/** What an epoch goes through. */
export type BatchOrder = {
  readonly pixels: Pixels;
  /** Class index of each picture in `pixels`. */
  readonly labels: ArrayLike<number>;
  readonly classCount: number;
  /** Which pictures, in which order: a permutation in training, `0, 1, 2, …` in validation. */
  readonly order: ArrayLike<number>;
  readonly batchSize: number;
};

/** Pictures and their classes. The receiver disposes of both tensors. */
export type Batch = {
  /** Float32 `[n, size, size, 3]`, RGB, 0 to 255. */
  readonly pictures: tf.Tensor4D;
  /** Float32 `[n, classes]`, one-hot. */
  readonly labels: tf.Tensor2D;
};

/** The batches of an epoch, in order; the last one takes what is left. */
export function * batches({pixels, labels, classCount, order, batchSize}: BatchOrder): Generator<Batch, void> {
  for (let start = 0; start < order.length; start += batchSize) {
    const indices = Array.from({length: Math.min(batchSize, order.length - start)}, (_, offset) => order[start + offset]!);
    yield {
      pictures: pictureTensor(pixels, indices),
      labels: labelTensor(indices.map(index => labels[index]!), classCount),
    };
  }
}

/** How many batches an epoch has. */
export function batchCount(pictureCount: number, batchSize: number): number {
  return Math.ceil(pictureCount / batchSize);
}

/** Pictures of these places as float32 `[indices, size, size, 3]`. */
export function pictureTensor({size, data}: Pixels, indices: readonly number[]): tf.Tensor4D {
  const length = size * size * 3;
  // Fresh memory each time: the engine reads it when the tensor is first used, not when it is made.
  const values = new Float32Array(indices.length * length);
  for (const [place, index] of indices.entries()) {
    values.set(data.subarray(index * length, (index + 1) * length), place * length);
  }

  return tf.tensor4d(values, [indices.length, size, size, 3], 'float32');
}

/** Class indices as float32 `[n, classCount]`, one-hot. */
export function labelTensor(classIndices: readonly number[], classCount: number): tf.Tensor2D {
  const values = new Float32Array(classIndices.length * classCount);
  for (const [place, classIndex] of classIndices.entries()) {
    values[(place * classCount) + classIndex] = 1;
  }

  return tf.tensor2d(values, [classIndices.length, classCount], 'float32');
}
