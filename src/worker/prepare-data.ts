import tf from '../engine/tfjs.js';
import {augmentBatch, skipDraws} from '../dataset/augment/augment-batch.js';
import {batchCount, batches, type Batch as PictureBatch} from '../dataset/batches.js';
import {preprocessBatch} from '../dataset/preprocess-batch.js';
import {Random} from '../engine/random.js';
import type {RunOrder} from '../protocol/messages.js';
import type {Batch, TrainingData} from '../training/training-data.js';
import {decodeParts, type DecodingProgress} from './decode-parts.js';

/** What is still done to preprocessed pictures before the network that trains: a frozen backbone's work. */
export type Forward = (pictures: tf.Tensor4D) => Batch['pictures'];

/**
Decodes the split's pictures and makes the run's batches of them. Order and augmentation are functions of seed and
epoch alone, so that an epoch comes out the same whatever was trained before it.
*/
export async function prepareData(order: RunOrder, onDecoded: DecodingProgress, forward: Forward = pictures => pictures): Promise<TrainingData> {
  const {split, experiment: {config}} = order;
  const {training, validation} = await decodeParts(order, onDecoded);
  const {batch_size: batchSize, augment, preprocess} = config;
  const random = Random.fromSeed(order.seed);
  return {
    training: {
      count: training.pixels.count,
      steps: batchCount(training.pixels.count, batchSize),
      * batches(epoch, skip = 0) {
        const draws = random.fork('augment').fork(epoch);
        const all = random.fork('order').fork(epoch).permutation(training.pixels.count);
        const permutation = all.subarray(skip * batchSize);
        skipDraws({count: all.length - permutation.length, size: training.pixels.size, augment, random: draws});
        for (const batch of batches({...training, order: permutation, batchSize})) {
          yield replacePictures(batch, pictures => forward(preprocessBatch(augmentBatch(pictures, augment, draws), preprocess)));
        }
      },
    },
    validation: {
      count: validation.pixels.count,
      steps: batchCount(validation.pixels.count, batchSize),
      * batches() {
        const inOrder = Uint32Array.from(split.validation.keys());
        for (const batch of batches({...validation, order: inOrder, batchSize})) {
          yield replacePictures(batch, pictures => forward(preprocessBatch(pictures, preprocess)));
        }
      },
    },
  };
}

/** Keeps what comes out of `change` and disposes of the batch's own pictures where that is something else. */
function replacePictures(batch: PictureBatch, change: Forward): Batch {
  const pictures = tf.tidy(() => change(batch.pictures));
  if (pictures !== batch.pictures) {
    batch.pictures.dispose();
  }

  return {...batch, pictures};
}
