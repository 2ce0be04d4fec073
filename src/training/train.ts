import {setImmediate} from 'node:timers/promises';
import tf from '../engine/tfjs.js';
import {BatchLimit} from './batch-limit.js';
import {EpochInHand} from './epoch-in-hand.js';
import {emptyTally} from './epoch-tally.js';
import {logitsOf} from './logits-of.js';
import {reportOf} from './report-of.js';
import {trainStep} from './train-step.js';
import type {EpochReport, Training, TrainOptions} from './train-options.js';
import type {Batch} from './training-data.js';
import type {TrainingPoint} from './training-point.js';
import {validate} from './validate.js';

export type {EpochReport, TrainingPosition, TrainOptions} from './train-options.js';

/**
Trains the model for so many epochs, each followed by a look at the whole validation set. Throws loss-not-finite when
a loss is NaN or infinite: nothing can be learned after it.
*/
export async function train(options: TrainOptions): Promise<void> {
  const {model, from, data, optimizer, epochs, splittable = false, atOnce, onSplit, signal, watch} = options;
  const limit = new BatchLimit({size: least(from?.microBatch, atOnce), splittable, onSplit});
  const training: Training = {...options, logits: logitsOf(model), limit};
  optimizer.learningRate = from?.learningRate ?? optimizer.learningRate;
  for (let epoch = from?.epoch ?? 1; epoch <= epochs; epoch++) {
    const report = await trainEpoch(training, new EpochInHand(epoch, epoch === from?.epoch ? from : undefined));
    options.schedule.endEpoch(report.event, epoch * data.training.steps);
    await options.onEpoch(report);
    await options.onRest?.({isBetweenEpochs: true, point: () => pointBefore(training, epoch + 1)});
    watch?.endEpoch();
    if (epoch < epochs) {
      signal.throwIfAborted();
    }
  }
}

async function trainEpoch(training: Training, inHand: EpochInHand): Promise<EpochReport> {
  const {watch} = training;
  try {
    await takeSteps(training, inHand);
    watch?.switchTo('training');
    const means = inHand.tally.mean();
    const trainingSeconds = inHand.seconds;
    watch?.switchTo('evaluation');
    const evaluation = await validate(training, inHand.epoch, async () => rest(training, inHand, trainingSeconds));
    watch?.switchTo('runner');
    return reportOf(training, {epoch: inHand.epoch, means, evaluation, trainingSeconds, seconds: inHand.seconds});
  } finally {
    inHand.tally.dispose();
  }
}

/** Every training picture once, but for those of steps that an earlier attempt took. */
async function takeSteps(training: Training, inHand: EpochInHand): Promise<void> {
  const {optimizer, schedule, data, signal, onProgress, watch} = training;
  const {steps} = data.training;
  const {epoch, tally} = inHand;
  for (const batch of data.training.batches(epoch, tally.steps)) {
    watch?.switchTo('training');
    optimizer.learningRate = schedule.rateAt(((epoch - 1) * steps) + tally.steps);
    tally.add(takeStep(training, batch));
    watch?.switchTo('runner');
    onProgress({phase: 'training', epoch, step: tally.steps, steps});
    // Lets the host's messages in.
    await setImmediate();
    await rest(training, inHand);
    signal.throwIfAborted();
  }
}

function takeStep(training: Training, batch: Batch) {
  try {
    return trainStep(training, batch);
  } finally {
    tf.dispose([batch.pictures, batch.labels]);
  }
}

async function rest({onRest, optimizer, limit}: Training, {epoch, tally, seconds}: EpochInHand, trainingSeconds = seconds): Promise<void> {
  const point = () => ({epoch, tally: tally.state, learningRate: optimizer.learningRate, seconds: trainingSeconds, microBatch: limit.size});
  await onRest?.({isBetweenEpochs: false, point});
}

function pointBefore({optimizer, limit}: Training, epoch: number): TrainingPoint {
  return {epoch, tally: emptyTally, learningRate: optimizer.learningRate, seconds: 0, microBatch: limit.size};
}

function least(...sizes: ReadonlyArray<number | undefined>): number | undefined {
  const known = sizes.filter(size => size !== undefined);
  return known.length === 0 ? undefined : Math.min(...known);
}
