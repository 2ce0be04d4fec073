import type {Comparison} from './compare.js';
import {holm} from './holm.js';

/** What Holm's correction makes of a comparison among all of its table. */
export type Judgement = {
  /** By Holm's correction over the table's comparisons. */
  readonly correctedPValue: number;
  /** `better`: the row than what it is compared with. */
  readonly verdict: 'better' | 'worse' | 'within noise';
  /** The p value that it would have to reach to be called next: what `whatWouldSettle` wants. */
  readonly level: number;
};

const level = 0.05;

/** Judges the comparisons of a table, all of them at once, since each counts for the others. */
export function judgeComparisons<Compared extends Comparison>(comparisons: readonly Compared[]): Array<Compared & Judgement> {
  const corrected = holm(comparisons.map(({pValue}) => pValue));
  // Holm asks the next one for this much.
  const nextLevel = level / Math.max(1, corrected.filter(pValue => pValue > level).length);
  return comparisons.map((comparison, place) => ({
    ...comparison,
    correctedPValue: corrected[place]!,
    verdict: verdict(comparison, corrected[place]! <= level),
    level: nextLevel,
  }));
}

function verdict({difference}: Comparison, isCalled: boolean): Judgement['verdict'] {
  if (!isCalled) {
    return 'within noise';
  }

  return difference > 0 ? 'better' : 'worse';
}
