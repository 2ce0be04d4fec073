import type tf from '../../engine/tfjs.js';
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

export type Skipping = {
  readonly count: number;
  /** Height and width of the pictures, in pixels. */
  readonly size: number;
  readonly augment: ExperimentConfig['augment'];
  readonly random: Random;
};

/** Draws what `augmentBatch` would for so many pictures, and leaves it at that: those that follow meet the same as after it. */
export function skipDraws({count, size, augment, random}: Skipping): void {
  if (isAugmenting(augment)) {
    for (let picture = 0; picture < count; picture++) {
      drawChange(augment, size, size, random);
    }
  }
}
