import os from 'node:os';
import type {Device} from '../domain/device.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {MeasuredEpoch} from '../domain/measured-epoch.js';
import type {Estimate} from '../domain/planned-run.js';
import {parseDuration} from '../files/parse-duration.js';
import {canonicalJson} from './canonical-json.js';
import {picturesPerEpoch} from './pictures-per-epoch.js';
import {wholeProcessorSeconds} from './whole-processor-seconds.js';

/** The work of one run: multiplications of a picture's forward pass, and pictures an epoch. */
export type Work = {
  readonly multiplications: number;
  readonly pictures: number;
  /** What a frozen backbone does besides. */
  readonly backbone?: {
    readonly multiplications: number;
    readonly secondsPerLook?: number;
    readonly looksBefore: number;
    readonly looksPerEpoch: number;
  };
};

// Multiplications a second and core in training, between what model1 at 300x300 takes with AVX2 and networks without pooling with
// AVX-512 (docs/performance.md); only for a first guess.
const typicalRate = 35e9;
// The same of a frozen backbone, which passes forward alone.
const typicalLookingRate = 65e9;
// Start of a worker and decoding, in seconds.
const overhead = 4;

/** What was measured, and the devices that runs will be on. */
export type Experience = {readonly measured: readonly MeasuredEpoch[]; readonly devices: readonly Device[]};

/**
Seconds that a run of `config` should take with a device, or all of the processor, to itself: from a stored run of the
same network on such a device, else by arithmetic. None takes longer than its timeout lets it.
*/
export function estimateRun(config: ExperimentConfig, work: Work, experience: Experience): Estimate {
  const {seconds, basis} = estimateWhole(config, work, experience);
  return {seconds: Math.min(seconds, parseDuration(config.resources?.timeout ?? '') ?? seconds), basis};
}

function estimateWhole(config: ExperimentConfig, work: Work, {measured, devices}: Experience): Estimate {
  const looks = estimateLooks(config.epochs, work.backbone);
  const alike = measured.find(epoch => devices.some(device => isSameDevice(device, epoch)) && costKey(epoch.config) === costKey(config));
  if (alike) {
    // What was measured holds the looks of an epoch.
    const seconds = wholeDeviceSeconds(alike) * work.pictures / picturesPerEpoch(alike.config, alike.pictures);
    return {seconds: overhead + looks.before + (config.epochs * seconds), basis: looks.before > 0 ? looks.basis : 'measured'};
  }

  // A training step passes forward once, and backward at about twice the cost.
  const perEpoch = 3 * work.multiplications * work.pictures / (typicalRate * os.availableParallelism());
  return {seconds: overhead + looks.before + looks.during + (config.epochs * perEpoch), basis: 'calculated'};
}

/** Seconds that a frozen backbone looks at photos, before the training and in its epochs. */
function estimateLooks(epochs: number, backbone: Work['backbone']): {before: number; during: number; basis: Estimate['basis']} {
  if (!backbone) {
    return {before: 0, during: 0, basis: 'measured'};
  }

  const {multiplications, secondsPerLook, looksBefore, looksPerEpoch} = backbone;
  const seconds = secondsPerLook ?? multiplications / (typicalLookingRate * os.availableParallelism());
  return {before: looksBefore * seconds, during: epochs * looksPerEpoch * seconds, basis: secondsPerLook === undefined ? 'calculated' : 'measured'};
}

function isSameDevice({kind, name}: Device, epoch: MeasuredEpoch): boolean {
  return kind === 'gpu' ? epoch.device === name : isProcessor(epoch);
}

function isProcessor({device}: MeasuredEpoch): boolean {
  return device.startsWith('CPU');
}

function wholeDeviceSeconds(epoch: MeasuredEpoch): number {
  return isProcessor(epoch) ? wholeProcessorSeconds(epoch.seconds, epoch.threads) : epoch.seconds;
}

// The seeds of a row share its configuration, and all are compared with what was measured.
const costKeys = new WeakMap<ExperimentConfig, string>();

// What a step's time depends on.
function costKey(config: ExperimentConfig): string {
  const {model, features, image_size, batch_size, augment, optimizer} = config;
  const ofBatches = features === undefined || features === 'exact' ? {image_size, augment, features} : {};
  const key = costKeys.get(config) ?? canonicalJson({model, batch_size, optimizer: optimizer.name, ...ofBatches});
  costKeys.set(config, key);
  return key;
}
