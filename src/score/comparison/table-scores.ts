import type {AnswerSet} from '../answers/answer-set.js';
import {compareRows, type ComparedRows, type Pair} from './compare-rows.js';
import {judgeComparisons, type Judgement} from './judge-comparisons.js';

/** A comparison, judged among all of its table. */
export type Judged = ComparedRows['comparisons'][number] & Judgement;

export type TableScores = {
  readonly rows: ComparedRows['rows'];
  /** In the order of the pairs. */
  readonly comparisons: readonly Judged[];
};

/** Scores and verdicts of a table whose rows are all on the same pictures: see `compareRows` for what is given, and thrown. */
export function tableScores(rows: ReadonlyArray<readonly AnswerSet[]>, pairs: readonly Pair[]): TableScores {
  const compared = compareRows(rows, pairs);
  return {rows: compared.rows, comparisons: judgeComparisons(compared.comparisons)};
}
