import type {AnswerSet} from './answer-set.js';
import {countCommon} from './count-common.js';
import {seedCounts} from './seed-counts.js';

/** Σ over pictures of (seeds of one row that are right) × (seeds of another that are right); with itself, of the squares. */
export function sumCommon(one: readonly AnswerSet[], other: readonly AnswerSet[]): number {
  let sum = 0;
  for (const [place, digit] of seedCounts(one).entries()) {
    for (const [otherPlace, otherDigit] of seedCounts(other).entries()) {
      sum += countCommon(digit, otherDigit) * (2 ** (place + otherPlace));
    }
  }

  return sum;
}
