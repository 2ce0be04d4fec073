import os from 'node:os';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import type {Device} from '../domain/device.js';
import {engineEnvironment} from '../engine/engine-environment.js';
import {provisionEngine} from '../engine/provision-engine.js';
import type {QueueOptions} from '../queue/queue-options.js';
import type {Places} from './places.js';

/** What a command that trains can be told about how. */
export type HowToTrain = {
  /** On each device. */
  readonly slots?: number;
  readonly threads?: number;
  /** Seconds. */
  readonly hungAfter?: number;
  readonly checkpointMinutes?: number;
  readonly profile?: true;
  readonly runs?: string;
};

// Where a GPU is newer than its TensorFlow, the first step compiles its kernels, and TensorFlow itself warns of half an hour.
const defaultHungAfter = 45 * 60;

/** Finds or makes an engine, and says how the queue is to use it. */
export async function queueOptions(
  slots: readonly Device[],
  {threads, profile, checkpointMinutes, hungAfter = defaultHungAfter}: HowToTrain,
  {runs, cache, env}: Places,
): Promise<QueueOptions> {
  const engine = await provisionEngine({cache, env, log: process.stderr});
  return {
    slots,
    threads: threads ?? Math.max(1, Math.floor(os.availableParallelism() / slots.length)),
    runsFolder: runs,
    cache,
    engine,
    profile: profile === true,
    ...checkpointMinutes !== undefined && {checkpointMinutes},
    environment: (device, threadsOfRun) => engineEnvironment(engine, device, threadsOfRun, env),
    hungAfterMs: hungAfter * 1000,
    workerEntry: fileURLToPath(new URL('../worker/entry.js', import.meta.url)),
  };
}
