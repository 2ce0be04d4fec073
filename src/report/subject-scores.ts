import type {MeanScores} from '../score/row/mean-scores.js';
import type {RowScore} from '../score/row/row-score.js';

/** What is shown of the scores of a row or run. */
export type SubjectScores = {
  /** How many of its runs are scored. */
  readonly scored: number;
  /** Means over these; null where there are none. */
  readonly scores: MeanScores | null;
  /** Of `last`: interval, and what it is for. */
  readonly last: RowScore | null;
};
