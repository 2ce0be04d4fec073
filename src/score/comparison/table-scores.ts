import {sumCommon, meanSquares} from '../row/mean-squares.js';
import {rowScore, type RowScore} from '../row/row-score.js';
import {seedVariances} from '../row/seed-variances.js';
import type {AnswerSet} from '../answers/answer-set.js';
import {compare, type Comparison} from './compare.js';
import {evidence, type Evidence} from './evidence.js';
import {holm} from './holm.js';

/** Which row is compared with which, both by their place in the table. */
export type Pair = {
  readonly row: number;
  readonly against: number;
};

/** A comparison, judged among all of its table. */
export type Judged = Comparison & Pair & {
  /** By Holm's correction over the table's comparisons. */
  readonly correctedPValue: number;
  /** `better`: the row than what it is compared with. */
  readonly verdict: 'better' | 'worse' | 'within noise';
  /** What `whatWouldSettle` wants, which takes longer than all the rest: ask it of comparisons that are shown. */
  readonly evidence: Evidence;
  readonly level: number;
};

export type TableScores = {
  readonly rows: readonly RowScore[];
  /** In the order of the pairs. */
  readonly comparisons: readonly Judged[];
};

const level = 0.05;

/**
Scores and verdicts of a table: `rows` are the answers of each row's seeds, at least one a row, all on the same pictures in the same order
(`splits.split_id` tells), at least two of them. Throws where they are not as many.
*/
export function tableScores(rows: ReadonlyArray<readonly AnswerSet[]>, pairs: readonly Pair[]): TableScores {
  ensureSamePictures(rows);
  const squares = rows.map(seeds => meanSquares(seeds));
  const variances = seedVariances(squares);
  const found = pairs.map(({row, against}) => evidence(
    [squares[row]!, squares[against]!],
    sumCommon(rows[row]!, rows[against]!),
    variances && [variances[row]!, variances[against]!],
  ));
  const compared = found.map(one => compare(one));
  const corrected = holm(compared.map(({pValue}) => pValue));
  // Holm asks the next one for this much.
  const nextLevel = level / Math.max(1, corrected.filter(pValue => pValue > level).length);
  return {
    rows: squares.map((row, place) => rowScore(row, variances?.[place] ?? null)),
    comparisons: compared.map((comparison, place) => ({
      ...pairs[place]!,
      ...comparison,
      correctedPValue: corrected[place]!,
      verdict: verdict(comparison, corrected[place]! <= level),
      evidence: found[place]!,
      level: nextLevel,
    })),
  };
}

function verdict({difference}: Comparison, isCalled: boolean): Judged['verdict'] {
  if (!isCalled) {
    return 'within noise';
  }

  return difference > 0 ? 'better' : 'worse';
}

function ensureSamePictures(rows: ReadonlyArray<readonly AnswerSet[]>): void {
  const counts = new Set(rows.flat().map(({pictures}) => pictures));
  if (counts.size > 1) {
    throw new Error(`Rows on ${[...counts].join(' and ')} pictures cannot be compared.`);
  }
}
