import type {AnswerSet} from '../answers/answer-set.js';
import {sumCommon} from '../answers/sum-common.js';
import {meanSquares} from '../row/mean-squares.js';
import {rowScore, type RowScore} from '../row/row-score.js';
import {seedVariances} from '../row/seed-variances.js';
import {compare, type Comparison} from './compare.js';
import {evidence, type Evidence} from './evidence.js';

/** Which row is compared with which, both by their place in the table. */
export type Pair = {
  readonly row: number;
  readonly against: number;
};

export type ComparedRows = {
  readonly rows: readonly RowScore[];
  /** In the order of the pairs. `evidence` is what `whatWouldSettle` wants. */
  readonly comparisons: ReadonlyArray<Comparison & Pair & {readonly evidence: Evidence}>;
};

/**
Scores rows and compares pairs of them: `rows` are the answers of each row's seeds, at least one a row, all on the same pictures in the same order
(`splits.split_id` tells), at least two of them. Throws where they are not as many. How much seeds matter is told by all of the rows but the
`repeated`, by their places, whose runs others have too.
*/
export function compareRows(
  rows: ReadonlyArray<readonly AnswerSet[]>,
  pairs: readonly Pair[],
  repeated: ReadonlySet<number> = new Set(),
): ComparedRows {
  ensureSamePictures(rows);
  const squares = rows.map(seeds => meanSquares(seeds));
  const variances = seedVariances(squares, repeated);
  return {
    rows: squares.map((row, place) => rowScore(row, variances?.[place] ?? null)),
    comparisons: pairs.map(pair => {
      const {row, against} = pair;
      const found = evidence(
        [squares[row]!, squares[against]!],
        sumCommon(rows[row]!, rows[against]!),
        variances && [variances[row]!, variances[against]!],
      );
      return {...pair, ...compare(found), evidence: found};
    }),
  };
}

function ensureSamePictures(rows: ReadonlyArray<readonly AnswerSet[]>): void {
  const counts = new Set(rows.flat().map(({pictures}) => pictures));
  if (counts.size > 1) {
    throw new Error(`Rows on ${[...counts].join(' and ')} pictures cannot be compared.`);
  }
}
