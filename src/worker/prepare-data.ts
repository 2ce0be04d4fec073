import tf from '@tensorflow/tfjs';
import {augmentBatch} from '../dataset/augment/augment-batch.js';
import {batchCount, batches, type Batch} from '../dataset/batches.js';
import {decodePictures} from '../dataset/decode-pictures.js';
import {preprocessBatch} from '../dataset/preprocess-batch.js';
import type {DigestedPicture} from '../domain/dataset.js';
import {Random} from '../engine/random.js';
import type {RunOrder} from '../protocol/messages.js';
import type {TrainingData} from '../training/training-data.js';

type DecodingProgress = (done: number, total: number) => void;

/**
Decodes the split's pictures and makes the run's batches of them. Order and augmentation are functions of seed and
epoch alone, so that an epoch comes out the same whatever was trained before it.
*/
export async function prepareData(order: RunOrder, onDecoded: DecodingProgress): Promise<TrainingData> {
  const {split, experiment: {config}} = order;
  const total = split.training.length + split.validation.length;
  const training = await decodePart(order, split.training, done => {
    onDecoded(done, total);
  });
  const validation = await decodePart(order, split.validation, done => {
    onDecoded(split.training.length + done, total);
  });
  const {batch_size: batchSize, augment, preprocess} = config;
  const random = Random.fromSeed(order.seed);
  return {
    training: {
      count: training.pixels.count,
      steps: batchCount(training.pixels.count, batchSize),
      * batches(epoch) {
        const draws = random.fork('augment').fork(epoch);
        const permutation = random.fork('order').fork(epoch).permutation(training.pixels.count);
        for (const batch of batches({...training, order: permutation, batchSize})) {
          yield replacePictures(batch, pictures => preprocessBatch(augmentBatch(pictures, augment, draws), preprocess));
        }
      },
    },
    validation: {
      count: validation.pixels.count,
      steps: batchCount(validation.pixels.count, batchSize),
      * batches() {
        const inOrder = Uint32Array.from(split.validation.keys());
        for (const batch of batches({...validation, order: inOrder, batchSize})) {
          yield replacePictures(batch, pictures => preprocessBatch(pictures, preprocess));
        }
      },
    },
  };
}

async function decodePart({split, cache, experiment: {config}}: RunOrder, pictures: readonly DigestedPicture[], onProgress: (done: number) => void) {
  const pixels = await decodePictures({
    root: split.root,
    pictures,
    size: config.image_size,
    interpolation: config.interpolation,
    cache,
    onProgress,
  });
  return {pixels, labels: pictures.map(picture => picture.classIndex), classCount: split.classes.length};
}

/** Keeps what comes out of `change` and disposes of the batch's own pictures where that is something else. */
function replacePictures(batch: Batch, change: (pictures: tf.Tensor4D) => tf.Tensor4D): Batch {
  const pictures = tf.tidy(() => change(batch.pictures));
  if (pictures !== batch.pictures) {
    batch.pictures.dispose();
  }

  return {...batch, pictures};
}
