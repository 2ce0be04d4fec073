import type {AnswerSet} from '../answers/answer-set.js';
import {countCommon} from '../answers/count-common.js';

/**
The epoch with the most right answers, counted from 0, the first of several, and its accuracy. As a score it is optimistic: it was chosen
on the pictures that it is scored on.
*/
export function bestEpoch(epochs: readonly AnswerSet[]): {readonly epoch: number; readonly accuracy: number} {
  const right = epochs.map(answers => countCommon(answers, answers));
  const most = Math.max(...right);
  return {epoch: right.indexOf(most), accuracy: most / epochs[0]!.pictures};
}
