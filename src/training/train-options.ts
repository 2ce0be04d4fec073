import type tf from '../engine/tfjs.js';
import type {EpochEvent} from '../domain/run-event.js';
import type {BatchLimit} from './batch-limit.js';
import type {CrossentropyOptions} from './categorical-crossentropy.js';
import type {Logits} from './logits-of.js';
import type {Optimizer} from './optimizer.js';
import type {Schedule} from './schedule.js';
import type {Stopwatch} from './stopwatch.js';
import type {TrainingData} from './training-data.js';
import type {Rest, TrainingPoint} from './training-point.js';

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
  /**
  Where to go on; weights, optimizer and schedule stand there already.
  @default undefined, at the first step
  */
  readonly from?: TrainingPoint | undefined;
  /**
  Whether a batch that there is no memory for may be taken in parts: not where batch normalisation trains.
  @default false
  */
  readonly splittable?: boolean;
  /** How many pictures may go through the network at a time, where that is known to be less than a batch. */
  readonly atOnce?: number;
  /** Awaited before the next epoch begins. */
  readonly onEpoch: (report: EpochReport) => Promise<void> | void;
  readonly onProgress: (position: TrainingPosition) => void;
  /** Awaited between steps and between epochs, and once more before the signal's reason is thrown. */
  readonly onRest?: (rest: Rest) => Promise<void> | void;
  /** Told that there was no memory for more than `size` pictures at a time. */
  readonly onSplit?: (size: number) => void;
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

/** A training under way. */
export type Training = TrainOptions & {readonly logits: Logits; readonly limit: BatchLimit};
