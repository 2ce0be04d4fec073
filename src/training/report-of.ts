import {Buffer} from 'node:buffer';
import type {Evaluation} from './evaluate.js';
import type {EpochReport, Training} from './train-options.js';

/** What an epoch came to; times in seconds. */
export type EpochOutcome = {
  readonly epoch: number;
  readonly means: {readonly loss: number; readonly accuracy: number};
  readonly evaluation: Evaluation;
  readonly trainingSeconds: number;
  readonly seconds: number;
};

/** A complete epoch as it is told. */
export function reportOf({optimizer, data, limit}: Training, {epoch, means, evaluation, trainingSeconds, seconds}: EpochOutcome): EpochReport {
  return {
    event: {
      type: 'epoch',
      epoch,
      ...means,
      val_loss: evaluation.loss,
      val_accuracy: evaluation.accuracy,
      learning_rate: optimizer.learningRate,
      seconds,
      pictures_per_second: data.training.count / trainingSeconds,
      correct: Buffer.from(evaluation.correct).toString('base64'),
      ...limit.size !== undefined && {micro_batch: limit.size},
    },
    probabilities: evaluation.probabilities,
  };
}
