import {Buffer} from 'node:buffer';
import {setImmediate} from 'node:timers/promises';
import tf from '@tensorflow/tfjs';
import type {EpochEvent} from '../domain/run-event.js';
import {errors} from '../errors.js';
import type {CrossentropyOptions} from './categorical-crossentropy.js';
import {EpochTally} from './epoch-tally.js';
import {evaluate, type Evaluation} from './evaluate.js';
import {logitsOf, type Logits} from './logits-of.js';
import type {Optimizer} from './optimizer.js';
import type {Schedule} from './schedule.js';
import type {Stopwatch} from './stopwatch.js';
import {trainStep, type StepOptions} from './train-step.js';
import type {Batch, TrainingData} from './training-data.js';

export type TrainOptions = {
  readonly model: tf.Sequential;
  readonly optimizer: Optimizer;
  /** Gives the optimizer its learning rate at every step. */
  readonly schedule: Schedule;
  readonly data: TrainingData;
  readonly loss: CrossentropyOptions;
  readonly classes: number;
  readonly epochs: number;
  /** Ends the training after the step in hand, by throwing its reason. */
  readonly signal: AbortSignal;
  /** Awaited before the next epoch begins. */
  readonly onEpoch: (report: EpochReport) => Promise<void> | void;
  readonly onProgress: (position: TrainingPosition) => void;
  /** Is told what the time goes into. */
  readonly watch?: Stopwatch;
};

/** A complete epoch, and the class probabilities `[validation pictures, classes]` after it. */
export type EpochReport = {
  readonly event: EpochEvent;
  readonly probabilities: Float32Array;
};

/** The step just finished; epoch and step count from 1. */
export type TrainingPosition = {
  readonly phase: 'training' | 'validating';
  readonly epoch: number;
  readonly step: number;
  readonly steps: number;
};

/**
Trains the model for so many epochs, each followed by a look at the whole validation set. Throws loss-not-finite when
a loss is NaN or infinite: nothing can be learned after it.
*/
export async function train(options: TrainOptions): Promise<void> {
  const logits = logitsOf(options.model);
  for (let epoch = 1; epoch <= options.epochs; epoch++) {
    const report = await trainEpoch(options, logits, epoch);
    options.schedule.endEpoch(report.event, epoch * options.data.training.steps);
    await options.onEpoch(report);
    options.watch?.endEpoch();
  }
}

async function trainEpoch(options: TrainOptions, logits: Logits, epoch: number): Promise<EpochReport> {
  const start = performance.now();
  const tally = new EpochTally(epoch);
  try {
    await takeSteps(options, logits, epoch, tally);
    options.watch?.switchTo('training');
    const training = tally.mean();
    const trained = performance.now();
    options.watch?.switchTo('evaluation');
    const evaluation = await validate(options, logits, epoch);
    options.watch?.switchTo('runner');
    return {
      event: {
        type: 'epoch',
        epoch,
        ...training,
        val_loss: evaluation.loss,
        val_accuracy: evaluation.accuracy,
        learning_rate: options.optimizer.learningRate,
        seconds: (performance.now() - start) / 1000,
        pictures_per_second: options.data.training.count / (trained - start) * 1000,
        correct: Buffer.from(evaluation.correct).toString('base64'),
      },
      probabilities: evaluation.probabilities,
    };
  } finally {
    tally.dispose();
  }
}

/** Every training picture once. */
async function takeSteps(options: TrainOptions, logits: Logits, epoch: number, tally: EpochTally): Promise<void> {
  const {optimizer, schedule, data, loss, signal, onProgress, watch} = options;
  let step = 0;
  for (const batch of data.training.batches(epoch)) {
    watch?.switchTo('training');
    optimizer.learningRate = schedule.rateAt(((epoch - 1) * data.training.steps) + step);
    tally.add(takeStep({logits, optimizer, loss}, batch));
    watch?.switchTo('runner');
    step += 1;
    onProgress({phase: 'training', epoch, step, steps: data.training.steps});
    // Lets the host's messages in.
    await setImmediate();
    signal.throwIfAborted();
  }
}

function takeStep(options: StepOptions, batch: Batch) {
  try {
    return trainStep(options, batch);
  } finally {
    tf.dispose([batch.pictures, batch.labels]);
  }
}

async function validate({data, classes, loss, signal, onProgress, watch}: TrainOptions, logits: Logits, epoch: number): Promise<Evaluation> {
  const {steps} = data.validation;
  const evaluation = await evaluate({
    logits,
    data: data.validation,
    classes,
    labelSmoothing: loss.labelSmoothing,
    signal,
    onStep(step) {
      watch?.switchTo('runner');
      onProgress({phase: 'validating', epoch, step, steps});
      watch?.switchTo('evaluation');
    },
  });
  if (!Number.isFinite(evaluation.loss)) {
    throw errors.lossNotFinite(evaluation.loss, `the validation of epoch ${epoch}`);
  }

  return evaluation;
}
