import type {ExperimentConfig} from '../domain/generated/experiment-config.js';

/** How many of so many training pictures an epoch goes through. */
export function picturesPerEpoch({steps_per_epoch: steps, batch_size: batchSize}: ExperimentConfig, training: number): number {
  return steps === undefined ? training : Math.min(training, steps * batchSize);
}
