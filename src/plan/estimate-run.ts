import os from 'node:os';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {Estimate} from '../domain/planned-run.js';
import {canonicalJson} from './canonical-json.js';

/** How long an epoch of a stored run took, and on how many training pictures. */
export type MeasuredEpoch = {
  readonly config: ExperimentConfig;
  readonly seconds: number;
  readonly pictures: number;
};

/** The work of one run: multiplications of a picture's forward pass, and pictures an epoch. */
export type Work = {readonly multiplications: number; readonly pictures: number};

// Multiplications a second and core in training, measured with model1 at 300x300 on AVX2; only for a first guess.
const typicalRate = 15e9;
// Start of a worker and decoding, in seconds.
const overhead = 4;

/** Seconds that a run of `config` should take: from a stored run of the same network and pictures, else by arithmetic. */
export function estimateRun(config: ExperimentConfig, work: Work, measured: readonly MeasuredEpoch[]): Estimate {
  const alike = measured.find(epoch => costKey(epoch.config) === costKey(config));
  if (alike) {
    return {seconds: overhead + (config.epochs * alike.seconds * work.pictures / alike.pictures), basis: 'measured'};
  }

  // A training step passes forward once, and backward at about twice the cost.
  const perEpoch = 3 * work.multiplications * work.pictures / (typicalRate * os.availableParallelism());
  return {seconds: overhead + (config.epochs * perEpoch), basis: 'calculated'};
}

// What a step's time depends on.
function costKey({model, image_size, batch_size, augment, optimizer}: ExperimentConfig): string {
  return canonicalJson({model, image_size, batch_size, augment, optimizer: optimizer.name});
}
