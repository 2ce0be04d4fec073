import type {AnswerSet} from '../answers/answer-set.js';
import {countCommon} from '../answers/count-common.js';

/** Mean accuracy of the last `count` epochs, or of all where there are fewer: what a training came to without choosing an epoch. */
export function meanOfLast(epochs: readonly AnswerSet[], count: number): number {
  const last = epochs.slice(-count);
  return last.reduce((sum, answers) => sum + countCommon(answers, answers), 0) / (last.length * last[0]!.pictures);
}
