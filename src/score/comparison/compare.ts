import {studentT} from '../distributions/student-t.js';
import type {Interval} from '../interval.js';
import type {Evidence, TrainingEvidence} from './evidence.js';
import {mcnemar} from './mcnemar.js';
import {tangoInterval} from './tango-interval.js';
import {varianceOfDifference} from './variance-of-difference.js';

/** How two rows differ: accuracy of one minus that of the other, 0 to 1. */
export type Comparison = {
  readonly difference: number;
  /** 95 %, of this comparison alone. */
  readonly interval: Interval;
  /** Of the hypothesis that they are as good, before any correction. */
  readonly pValue: number;
  /** What the verdict is about: the two networks that were trained, or training the rows with any seed. */
  readonly of: Evidence['of'];
};

/**
One seed each: exact McNemar and Tango's interval. Several: t of the mean difference over pictures and seeds. There the interval takes the
moderated seed variances and the p value the larger ones: see `seedVariances`.
*/
export function compare(evidence: Evidence): Comparison {
  const {of, difference, pictures} = evidence;
  return of === 'networks'
    ? {of, difference, interval: tangoInterval(evidence.discordant, pictures), pValue: mcnemar(evidence.discordant)}
    : {of, difference, interval: crossedInterval(evidence), pValue: crossedPValue(evidence)};
}

function crossedInterval(evidence: TrainingEvidence): Interval {
  const {variance, degrees} = varianceOfDifference(evidence, 'moderated');
  const {difference, pictures} = evidence;
  if (variance === 0) {
    // All pictures differ alike, mostly not at all: as if each had been asked once.
    const differing = Math.round(Math.abs(difference) * pictures);
    return tangoInterval(difference > 0 ? {onlyOne: differing, onlyOther: 0} : {onlyOne: 0, onlyOther: differing}, pictures);
  }

  const half = studentT.quantile(0.975, degrees) * Math.sqrt(variance);
  return {low: Math.max(-1, difference - half), high: Math.min(1, difference + half)};
}

function crossedPValue(evidence: TrainingEvidence): number {
  const {variance, degrees} = varianceOfDifference(evidence, 'larger');
  if (variance === 0) {
    return evidence.difference === 0 ? 1 : 0;
  }

  return studentT.twoSided(Math.abs(evidence.difference) / Math.sqrt(variance), degrees);
}
