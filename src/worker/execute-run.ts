import {once} from 'node:events';
import process from 'node:process';
import type tf from '@tensorflow/tfjs';
import type {EndedEvent, RunEventBody} from '../domain/run-event.js';
import type {RunProfile} from '../domain/run-profile.js';
import {loadEngine} from '../engine/load-engine.js';
import {errors, toProblem} from '../errors.js';
import {replaceFile} from '../files/replace-file.js';
import {buildModel} from '../model/build-model.js';
import type {Progress, RunOrder} from '../protocol/messages.js';
import {RunFolder} from '../protocol/run-folder.js';
import type {CrossentropyOptions} from '../training/categorical-crossentropy.js';
import {classWeights} from '../training/class-weights.js';
import {createOptimizer} from '../training/create-optimizer.js';
import {createSchedule} from '../training/create-schedule.js';
import {Stopwatch} from '../training/stopwatch.js';
import {train} from '../training/train.js';
import {describeEpoch} from './describe-epoch.js';
import {describeEnvironment} from './environment.js';
import {explainFailure} from './explain-failure.js';
import {prepareData} from './prepare-data.js';
import {RunResult} from './run-result.js';
import {watchData} from './watch-data.js';

/** Where a run's news go, and what ends it. */
export type RunOutlets = {
  /** Records an event for good. */
  readonly emit: (body: RunEventBody) => void;
  /** Shows how far the run is. */
  readonly onProgress: (progress: Progress) => void;
  /** Tells what the time went into, where the order asks for it. */
  readonly onProfile: (profile: RunProfile) => void;
  /** A line for whoever reads the run's log. */
  readonly log: (line: string) => void;
  /** Ends the run as `interrupted` after the step in hand. */
  readonly signal: AbortSignal;
};

/** Carries an order out, from its `started` to its `ended` event. Whatever goes wrong on the way is recorded, not thrown. */
export async function executeRun(order: RunOrder, outlets: RunOutlets): Promise<void> {
  const start = performance.now();
  const end = await attempt(order, outlets);
  outlets.log(end.problem ? `${end.status}: ${end.problem.message}` : end.status);
  outlets.emit({
    type: 'ended',
    ...end,
    seconds: (performance.now() - start) / 1000,
    // Kilobytes on every system since libuv 1.45.
    peak_memory_bytes: process.resourceUsage().maxRSS * 1024,
  });
}

async function attempt(order: RunOrder, outlets: RunOutlets): Promise<Pick<EndedEvent, 'status' | 'problem'>> {
  const {signal, log} = outlets;
  try {
    await begin(order, outlets);
    await trainAndKeep(order, outlets);
    return {status: 'done'};
  } catch (error) {
    if (signal.aborted && error === signal.reason) {
      return {status: 'interrupted', problem: toProblem(errors.runInterrupted())};
    }

    const end = explainFailure(order.runId, error);
    if (end.problem.code === 'internal') {
      log((error as Error).stack ?? String(error));
    }

    return end;
  }
}

async function begin(order: RunOrder, {emit, log}: RunOutlets): Promise<void> {
  const environment = await describeEnvironment(order);
  emit({type: 'started', attempt: order.attempt, environment});
  log(`${order.runId}, attempt ${order.attempt}: ${environment.engine} on ${environment.device}`);
  await replaceFile(RunFolder.at(order.folder).environment, `${JSON.stringify(environment, undefined, 2)}\n`);
}

async function trainAndKeep(order: RunOrder, outlets: RunOutlets): Promise<void> {
  const {emit, onProgress, log, signal} = outlets;
  const start = performance.now();
  const {config} = order.experiment;
  const position = {epoch: 1, epochs: config.epochs};
  onProgress({...position, phase: 'loading', step: 1, steps: 1});
  await loadEngine(order.engine);
  const data = await unlessAborted(signal, prepareData(order, (step, steps) => {
    onProgress({...position, phase: 'decoding', step, steps});
  }));
  const classes = order.split.classes.length;
  const model = await buildModel({layers: config.model.layers, imageSize: config.image_size, classes, seed: order.seed});
  const optimizer = createOptimizer(config.optimizer, model.trainableWeights.map(weight => weight.read() as tf.Variable));
  const result = new RunResult(model, RunFolder.at(order.folder));
  const preparing = performance.now() - start;
  await trainWatched(order, outlets, preparing, async watch => train({
    model,
    optimizer,
    schedule: createSchedule(config, data.training.steps),
    data: watch ? watchData(data, watch) : data,
    loss: lossOf(order),
    classes,
    epochs: config.epochs,
    signal,
    async onEpoch(report) {
      await result.add(report);
      emit(report.event);
      log(describeEpoch(report.event, config.epochs));
    },
    onProgress(step) {
      onProgress({...position, ...step, ...result.last && {valAccuracy: result.last.event.val_accuracy}});
    },
    ...watch && {watch},
  }));
  for (const event of await result.finish()) {
    emit(event);
  }
}

/** Trains under a stopwatch where the order asks for a profile, which is told and kept however the training ends. */
async function trainWatched(
  order: RunOrder,
  {onProfile}: RunOutlets,
  preparing: number,
  work: (watch: Stopwatch | undefined) => Promise<void>,
): Promise<void> {
  if (!order.profile) {
    await work(undefined);
    return;
  }

  const watch = new Stopwatch();
  try {
    await work(watch);
  } finally {
    const profile = {attempt: order.attempt, device: order.device.kind, preparing, epochs: watch.epochs};
    // It is told all the same, and must not hide why the training ended.
    await replaceFile(RunFolder.at(order.folder).profile, `${JSON.stringify(profile, undefined, 2)}\n`).catch(() => undefined);
    onProfile(profile);
  }
}

function lossOf({split, experiment: {config}}: RunOrder): CrossentropyOptions {
  const labels = split.training.map(({classIndex}) => classIndex);
  return {labelSmoothing: config.loss.label_smoothing, classWeights: classWeights(config.class_weight, split.classes, labels)};
}

/** What the work gives, or the signal's reason thrown as soon as it comes; the work itself is left to itself. */
async function unlessAborted<Value>(signal: AbortSignal, work: Promise<Value>): Promise<Value> {
  signal.throwIfAborted();
  const over = new AbortController();
  try {
    return await Promise.race([work, throwWhenAborted(signal, over.signal)]);
  } finally {
    over.abort();
  }
}

async function throwWhenAborted(signal: AbortSignal, over: AbortSignal): Promise<never> {
  await once(signal, 'abort', {signal: over});
  throw signal.reason as Error;
}
