import tf from '../engine/tfjs.js';
import type {BatchLimit} from './batch-limit.js';
import {differentiate, type StepOptions} from './differentiate.js';
import {differentiateByParts} from './differentiate-by-parts.js';
import type {Batch} from './training-data.js';

export type {StepOptions} from './differentiate.js';

/** What a step is remembered by; still on the device, so that reading it does not hold up the next step. */
export type StepOutcome = {
  /** Mean over the batch. */
  readonly loss: tf.Scalar;
  /** How many pictures were answered right, before the step. */
  readonly right: tf.Scalar;
  readonly count: number;
};

/**
One step: forward, backward, update. The caller disposes of the batch and of what it gets. With a limit, a batch that there is no
memory for is taken in parts, and the update is that of the whole.
*/
export function trainStep(options: StepOptions & {readonly limit?: BatchLimit}, batch: Batch): StepOutcome {
  const {optimizer, limit} = options;
  const count = batch.labels.shape[0];
  return tf.tidy(() => {
    const {loss, right, gradients} = limit
      ? limit.attempt(count, size => differentiateByParts(options, batch, size))
      : differentiate(options, batch);
    optimizer.apply(gradients);
    return {loss, right, count};
  });
}
