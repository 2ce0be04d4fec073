import {once} from 'node:events';
import type tf from '../engine/tfjs.js';
import type {Environment} from '../domain/run-event.js';
import {loadEngine} from '../engine/load-engine.js';
import {replaceFile} from '../files/replace-file.js';
import {buildModel} from '../model/build-model.js';
import {mixesPictures} from '../model/mixes-pictures.js';
import type {Progress, RunOrder} from '../protocol/messages.js';
import {RunFolder} from '../protocol/run-folder.js';
import type {CrossentropyOptions} from '../training/categorical-crossentropy.js';
import {classWeights} from '../training/class-weights.js';
import {createOptimizer} from '../training/create-optimizer.js';
import {createSchedule} from '../training/create-schedule.js';
import {Stopwatch} from '../training/stopwatch.js';
import {train} from '../training/train.js';
import type {TrainingData} from '../training/training-data.js';
import {CheckpointKeeper} from './checkpoint/checkpoint-keeper.js';
import {CheckpointPace} from './checkpoint/checkpoint-pace.js';
import type {RunCheckpoint} from './checkpoint/run-checkpoint.js';
import {restoreRun, takeCheckpoint, type RunParts} from './checkpoint/run-state.js';
import {describeEpoch} from './describe-epoch.js';
import {limitSteps} from './limit-steps.js';
import {networkOf} from './network-of.js';
import {prepareData} from './prepare-data.js';
import {prepareFeatures} from './prepare-features.js';
import type {RunOutlets} from './run-outlets.js';
import {RunResult} from './run-result.js';
import {watchData} from './watch-data.js';

/** What an attempt begins with. */
export type Begun = {
  readonly environment: Environment;
  readonly checkpoint: RunCheckpoint | undefined;
  /** When the attempt began, in milliseconds of `performance.now()`. */
  readonly start: number;
};

type Built = RunParts & {readonly model: tf.Sequential; readonly data: TrainingData; readonly checkpoints: CheckpointKeeper};

/** Trains a run from its first step or its checkpoint to its end, and tells of its epochs and of what it leaves. */
export async function trainRun(order: RunOrder, outlets: RunOutlets, begun: Begun): Promise<void> {
  const start = performance.now();
  const built = await build(order, outlets, begun);
  const preparing = performance.now() - start;
  try {
    await trainWatched(order, outlets, preparing, async watch => trainBuilt(order, outlets, {...built, from: begun.checkpoint}, watch));
  } finally {
    await built.checkpoints.settle();
  }

  for (const event of await built.result.finish()) {
    await outlets.emit(event);
  }
}

async function build(order: RunOrder, outlets: RunOutlets, begun: Begun): Promise<Built> {
  const {onProgress, signal, room} = outlets;
  const {config} = order.experiment;
  onProgress({epoch: 1, epochs: config.epochs, phase: 'loading', step: 1, steps: 1});
  await loadEngine(order.engine);
  const data = await unlessAborted(signal, prepare(order, outlets));
  const model = await buildModel(networkOf(order));
  const optimizer = createOptimizer(config.optimizer, model.trainableWeights.map(weight => weight.read() as tf.Variable));
  const schedule = createSchedule(config, data.training.steps);
  const parts = {model, optimizer, schedule, result: new RunResult(model, RunFolder.at(order.folder), room)};
  if (begun.checkpoint) {
    restoreRun(parts, begun.checkpoint);
  }

  return {...parts, data, checkpoints: keepCheckpoints(order, outlets, parts, begun)};
}

function keepCheckpoints(order: RunOrder, {room, signal, log}: RunOutlets, parts: RunParts, begun: Begun): CheckpointKeeper {
  const {environment, checkpoint: from, start} = begun;
  return new CheckpointKeeper({
    folder: RunFolder.at(order.folder),
    pace: new CheckpointPace(order.checkpointMinutes),
    from,
    take: point => takeCheckpoint(parts, point, {
      runId: order.runId,
      ablate: environment.ablate,
      environment,
      seconds: (from?.facts.seconds ?? 0) + ((performance.now() - start) / 1000),
    }),
    room,
    signal,
    log,
  });
}

type Trained = Built & {readonly from: RunCheckpoint | undefined};

async function trainBuilt(order: RunOrder, outlets: RunOutlets, built: Trained, watch: Stopwatch | undefined): Promise<void> {
  const {emit, onProgress, log, signal} = outlets;
  const {model, optimizer, schedule, data, result, checkpoints, from} = built;
  const {epochs} = order.experiment.config;
  const splittable = !mixesPictures(model.layers);
  await train({
    model,
    optimizer,
    schedule,
    data: watch ? watchData(data, watch) : data,
    loss: lossOf(order),
    classes: order.split.classes.length,
    epochs,
    signal,
    from: from?.facts.point,
    splittable,
    ...splittable && order.memoryEnds > 0 && {atOnce: atOnceAfter(order)},
    async onEpoch(report) {
      await result.add(report);
      await emit(report.event);
      log(describeEpoch(report.event, epochs));
    },
    onProgress(step) {
      onProgress({epochs, ...step, ...result.last && {valAccuracy: result.last.event.val_accuracy}});
    },
    onRest: async rest => checkpoints.rest(rest),
    onSplit(size) {
      log(`no memory for more pictures at once: from here on ${size} at a time, each step still of a whole batch`);
    },
    ...watch && {watch},
  });
}

// The system ends a worker without asking, so that nothing could be parted while it lived.
function atOnceAfter({memoryEnds, experiment: {config}}: RunOrder): number {
  return Math.ceil(config.batch_size / (2 ** memoryEnds));
}

/** The run's batches: of photos, or of what a frozen backbone makes of them. */
async function prepare(order: RunOrder, {onProgress, signal, room}: RunOutlets): Promise<TrainingData> {
  const {model: {backbone}, epochs, steps_per_epoch: steps} = order.experiment.config;
  const tell = (phase: Progress['phase']) => (step: number, steps: number) => {
    onProgress({epoch: 1, epochs, phase, step, steps});
  };

  const data = await (backbone?.trainable === false
    ? prepareFeatures(order, {onDecoded: tell('decoding'), onLooked: tell('features'), signal, room})
    : prepareData(order, tell('decoding')));
  return steps === undefined ? data : limitSteps(data, steps, order.experiment.config.batch_size);
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
