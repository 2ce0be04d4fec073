import type {AnswerSet} from '../answers/answer-set.js';
import {countCommon} from '../answers/count-common.js';
import {hypergeometricCdf} from './hypergeometric.js';

/** What a way of scoring gives by chance: accuracies, 0 to 1. */
export type ScoreDistribution = {
  readonly expected: number;
  /** Quantiles of 5 % and 95 %. */
  readonly low: number;
  readonly high: number;
};

const batchSize = 32;

/**
What the study's scoring would have said of this run: in each epoch `batches` random batches of 32 validation pictures, drawn without
replacement (all pictures where there are fewer), and of all epochs the best. Exact: epochs draw independently, so that the greatest count is
at most k with the product of the epochs' hypergeometric probabilities.
*/
export function protocolScore(epochs: readonly AnswerSet[], batches: number): ScoreDistribution {
  const {pictures} = epochs[0]!;
  const drawn = Math.min(pictures, batches * batchSize);
  const atMost = new Float64Array(drawn + 1).fill(1);
  for (const [right, times] of countEpochs(epochs)) {
    for (const [count, probability] of hypergeometricCdf(pictures, right, drawn).entries()) {
      atMost[count]! *= probability ** times;
    }
  }

  // The mean of a count is the sum of the probabilities that it is more than 0, 1, …
  const expected = atMost.reduce((sum, probability) => sum + 1 - probability, 0) / drawn;
  const quantile = (share: number) => atMost.findIndex(probability => probability >= share) / drawn;
  return {expected, low: quantile(0.05), high: quantile(0.95)};
}

/** How many epochs have so many right answers: epochs with as many have the same distribution. */
function countEpochs(epochs: readonly AnswerSet[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const answers of epochs) {
    const right = countCommon(answers, answers);
    counts.set(right, (counts.get(right) ?? 0) + 1);
  }

  return counts;
}
