import type {GivenScore} from './given-score.js';

// Sums of decimal fractions are off by less.
const slack = 1e-9;

/** Whether a figure between `low` and `high`, both included, may have been given as this score: rounding moves it by half of the last digit. */
export function couldBe({score, digits}: GivenScore, {low, high}: {readonly low: number; readonly high: number}): boolean {
  const half = 0.5 * (10 ** -digits);
  return score + half >= low - slack && score - half <= high + slack;
}
