import type tf from '@tensorflow/tfjs';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import type {Random} from '../../engine/random.js';
import {changeBatch} from './change-batch.js';
import {drawChange} from './draw-change.js';
import {isAugmenting} from './is-augmenting.js';

/**
Changes each picture of a batch at random: float32 `[n, height, width, 3]`, 0 to 255, → a new tensor of that shape.
Where nothing is asked for, the batch itself comes back.
*/
export function augmentBatch(batch: tf.Tensor4D, augment: ExperimentConfig['augment'], random: Random): tf.Tensor4D {
  if (!isAugmenting(augment)) {
    return batch;
  }

  const [count, height, width] = batch.shape;
  const changes = Array.from({length: count}, () => drawChange(augment, height, width, random));
  return changeBatch(batch, changes, augment);
}
