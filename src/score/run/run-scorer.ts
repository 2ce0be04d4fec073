import type {RunAnswers} from '../../domain/run-answers.js';
import type {StoredScores} from '../../domain/stored-scores.js';
import {answerSet, type AnswerSet} from '../answers/answer-set.js';
import {halvings} from './halvings.js';
import {predictionScores, runScores} from './run-scores.js';
import {statedBatches} from './stated-batches.js';

const halvingCount = 200;

/** Scores runs as they are kept: those of one split share its halvings, which take longer to draw than a run to score. */
export class RunScorer {
  readonly #halves = new Map<string, readonly AnswerSet[]>();

  /**
  The scores of a run, or undefined where what is stored of it cannot be: answers of more or fewer pictures than there are, or probabilities
  that are none.
  */
  score(run: RunAnswers): StoredScores | undefined {
    if (!isWhole(run)) {
      return undefined;
    }

    const {truth, correct, probabilities, classes} = run;
    const epochs = correct.map(bytes => answerSet(bytes, truth.length));
    const {crossFittedBest, meanOfLast, protocol, ...scores} = runScores(epochs, this.#halvesOf(run), {batches: statedBatches(truth.length, run)});
    const ofLast = probabilities && predictionScores({probabilities, truth, classes: classes.length});
    return {
      last: scores.last,
      best: scores.best,
      best_epoch: scores.bestEpoch,
      cross_fitted: crossFittedBest,
      mean_last: meanOfLast,
      protocol: protocol.expected,
      protocol_low: protocol.low,
      protocol_high: protocol.high,
      balanced_accuracy: ofLast?.balancedAccuracy ?? null,
      macro_f1: ofLast?.macroF1 ?? null,
      log_loss: ofLast?.logLoss ?? null,
      calibration_error: ofLast?.calibration.error ?? null,
      calibration_by_chance: ofLast?.calibration.byChance ?? null,
      recall: ofLast?.recall ?? null,
    };
  }

  #halvesOf({splitId, truth}: RunAnswers): readonly AnswerSet[] {
    const halves = this.#halves.get(splitId) ?? halvings(truth, halvingCount);
    this.#halves.set(splitId, halves);
    return halves;
  }
}

function isWhole({truth, classes, correct, probabilities, batchSize, stepsPerEpoch = 1}: RunAnswers): boolean {
  const bytes = Math.ceil(truth.length / 8);
  return truth.length > 0 && correct.length > 0 && batchSize > 0 && stepsPerEpoch > 0
    && truth.every(index => Number.isInteger(index) && index >= 0 && index < classes.length)
    && correct.every(answers => answers.length === bytes)
    && (probabilities === undefined || areProbabilities(probabilities, truth.length * classes.length));
}

function areProbabilities(values: Float32Array, count: number): boolean {
  return values.length === count && values.every(value => value >= 0 && value <= 1);
}
