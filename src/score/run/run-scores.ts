import type {AnswerSet} from '../answers/answer-set.js';
import {countCommon} from '../answers/count-common.js';
import {bestEpoch} from './best-epoch.js';
import {calibrationError, type CalibrationError} from './calibration-error.js';
import {classScores, type ClassScores} from './class-scores.js';
import {crossFittedBest} from './cross-fitted-best.js';
import {logLoss} from './log-loss.js';
import {meanOfLast} from './mean-of-last.js';
import type {Predictions} from './predictions.js';
import {protocolScore, type ScoreDistribution} from './protocol-score.js';

/** Scores of one run from its answers alone: accuracies, 0 to 1, on all validation pictures. docs/scores.md says what each means. */
export type RunScores = {
  readonly last: number;
  /** Optimistic: chosen on the pictures that it is scored on. */
  readonly best: number;
  /** Counts from 1, as the database does; the first of epochs as good. */
  readonly bestEpoch: number;
  readonly crossFittedBest: number;
  readonly meanOfLast: number;
  readonly protocol: ScoreDistribution;
};

/** Scores of one epoch from the probabilities that were stored of it. */
export type PredictionScores = ClassScores & {
  readonly logLoss: number;
  readonly calibration: CalibrationError;
};

export type RunScoreOptions = {
  /** Epochs that `meanOfLast` takes. @default 20 */
  readonly lastEpochs?: number;
  /** Batches of 32 that the protocol scores an epoch on. @default 1 */
  readonly batches?: number;
};

/**
`epochs` are the answers of each epoch, in order and at least one; `halves` what `halvings` gave for the classes of the pictures, 200 of them:
runs on the same pictures share these, which take longer to draw than a run to score.
*/
export function runScores(
  epochs: readonly AnswerSet[],
  halves: readonly AnswerSet[],
  {lastEpochs = 20, batches = 1}: RunScoreOptions = {},
): RunScores {
  const {epoch, accuracy} = bestEpoch(epochs);
  return {
    last: meanOfLast(epochs, 1),
    best: accuracy,
    bestEpoch: epoch + 1,
    crossFittedBest: crossFittedBest(epochs, halves),
    meanOfLast: meanOfLast(epochs, lastEpochs),
    protocol: protocolScore([epochs.map(answers => countCommon(answers, answers))], epochs[0]!.pictures, batches),
  };
}

/** `probabilities` are `[pictures, classes]` as `predictions` stores them. */
export function predictionScores(predictions: Predictions): PredictionScores {
  return {...classScores(predictions), logLoss: logLoss(predictions), calibration: calibrationError(predictions)};
}
