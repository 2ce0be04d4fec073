import type {AnswerSet} from './answer-set.js';
import {countCommon} from './count-common.js';
import {seedCounts} from './seed-counts.js';

/** Σ over pictures of (seeds of one row that are right) × (seeds of another that are right); with itself, of the squares. */
export function sumCommon(one: readonly AnswerSet[], other: readonly AnswerSet[]): number {
  let sum = 0;
  let weight = 1;
  // A table of a thousand rows has tens of thousands of these: entries() takes four times as long.
  for (const digit of seedCounts(one)) {
    let weightOfBoth = weight;
    for (const otherDigit of seedCounts(other)) {
      sum += countCommon(digit, otherDigit) * weightOfBoth;
      weightOfBoth *= 2;
    }

    weight *= 2;
  }

  return sum;
}
