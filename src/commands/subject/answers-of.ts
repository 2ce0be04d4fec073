import {answerSet, type AnswerSet} from '../../score/answers/answer-set.js';
import type {ScoredRun} from './scored-runs.js';

/** What runs answered after their last epochs. */
export function answersOf(runs: readonly ScoredRun[]): AnswerSet[] {
  return runs.map(({run, last}) => answerSet(last.answers, run.split.validation));
}
