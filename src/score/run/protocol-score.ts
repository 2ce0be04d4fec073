import {hypergeometricCdf} from './hypergeometric.js';

/** What a way of scoring gives by chance: accuracies, 0 to 1. */
export type ScoreDistribution = {
  readonly expected: number;
  /** Quantiles of 5 % and 95 %. */
  readonly low: number;
  readonly high: number;
};

const batchSize = 32;

/** How many pictures a run had right in each of its epochs. */
export type RightCounts = readonly number[];

/**
What the study's scoring would have said: in each epoch `batches` random batches of 32 of the validation pictures, drawn without replacement
(all pictures where there are fewer), and of all epochs the best. Of several runs, the seeds of a row, whichever somebody happened to train.
Exact: epochs draw independently, so that the greatest count is at most k with the product of the epochs' hypergeometric probabilities.
*/
export function protocolScore(runs: readonly RightCounts[], pictures: number, batches: number): ScoreDistribution {
  const drawn = Math.min(pictures, batches * batchSize);
  const ofRuns = runs.map(run => chancesOf(run, pictures, drawn));
  const atMost = Array.from({length: drawn + 1}, (_, count) => ofRuns.reduce((sum, chances) => sum + chances[count]!, 0) / runs.length);
  // The mean of a count is the sum of the probabilities that it is more than 0, 1, …
  const expected = atMost.reduce((sum, probability) => sum + 1 - probability, 0) / drawn;
  const quantile = (share: number) => atMost.findIndex(probability => probability >= share) / drawn;
  return {expected, low: quantile(0.05), high: quantile(0.95)};
}

/** The chance that the best epoch has at most 0, 1, … of the drawn pictures right. */
function chancesOf(epochs: RightCounts, pictures: number, drawn: number): Float64Array {
  const atMost = new Float64Array(drawn + 1).fill(1);
  for (const [right, times] of countEpochs(epochs)) {
    for (const [count, probability] of hypergeometricCdf(pictures, right, drawn).entries()) {
      atMost[count]! *= probability ** times;
    }
  }

  return atMost;
}

/** How many epochs have so many right answers: epochs with as many have the same distribution. */
function countEpochs(epochs: RightCounts): Map<number, number> {
  const counts = new Map<number, number>();
  for (const right of epochs) {
    counts.set(right, (counts.get(right) ?? 0) + 1);
  }

  return counts;
}
