import os from 'node:os';
import type {Device} from '../domain/device.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {MeasuredEpoch} from '../domain/measured-epoch.js';
import type {Estimate} from '../domain/planned-run.js';
import {canonicalJson} from './canonical-json.js';

/** The work of one run: multiplications of a picture's forward pass, and pictures an epoch. */
export type Work = {readonly multiplications: number; readonly pictures: number};

// Multiplications a second and core in training, between what model1 at 300x300 takes with AVX2 and networks without pooling with
// AVX-512 (docs/performance.md); only for a first guess.
const typicalRate = 35e9;
// Start of a worker and decoding, in seconds.
const overhead = 4;

/** What was measured, and the devices that runs will be on. */
export type Experience = {readonly measured: readonly MeasuredEpoch[]; readonly devices: readonly Device[]};

/**
Seconds that a run of `config` should take with a device, or all of the processor, to itself: from a stored run of the
same network on such a device, else by arithmetic.
*/
export function estimateRun(config: ExperimentConfig, work: Work, {measured, devices}: Experience): Estimate {
  const alike = measured.find(epoch => devices.some(device => isSameDevice(device, epoch)) && costKey(epoch.config) === costKey(config));
  if (alike) {
    const seconds = wholeDeviceSeconds(alike) * work.pictures / alike.pictures;
    return {seconds: overhead + (config.epochs * seconds), basis: 'measured'};
  }

  // A training step passes forward once, and backward at about twice the cost.
  const perEpoch = 3 * work.multiplications * work.pictures / (typicalRate * os.availableParallelism());
  return {seconds: overhead + (config.epochs * perEpoch), basis: 'calculated'};
}

function isSameDevice({kind, name}: Device, epoch: MeasuredEpoch): boolean {
  return kind === 'gpu' ? epoch.device === name : isProcessor(epoch);
}

function isProcessor({device}: MeasuredEpoch): boolean {
  return device.startsWith('CPU');
}

function wholeDeviceSeconds(epoch: MeasuredEpoch): number {
  return isProcessor(epoch) ? epoch.seconds * Math.min(1, epoch.threads / os.availableParallelism()) : epoch.seconds;
}

// What a step's time depends on.
function costKey({model, image_size, batch_size, augment, optimizer}: ExperimentConfig): string {
  return canonicalJson({model, image_size, batch_size, augment, optimizer: optimizer.name});
}
