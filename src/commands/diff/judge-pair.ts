import type {Subject} from '../../domain/subject.js';
import type {PairVerdict} from '../../report/diff/difference.js';
import {tableScores} from '../../score/comparison/table-scores.js';
import {whatWouldSettle} from '../../score/comparison/what-would-settle.js';
import type {Store} from '../../store/open-store.js';
import {answersOf} from '../subject/answers-of.js';
import {helperRows} from '../subject/helper-rows.js';
import type {ScoredRun} from '../subject/scored-runs.js';

/** The second of two subjects on the same pictures against the first. */
export function judgePair(
  subjects: readonly [Subject, Subject],
  [one, other]: readonly [ScoredRun[], ScoredRun[]],
  store: Store,
): PairVerdict {
  const helpers = helperRows(subjects, one[0]!, store);
  const {comparisons: [judged]} = tableScores([answersOf(one), answersOf(other), ...helpers], [{row: 1, against: 0}]);
  const {difference, interval, pValue, of, verdict, evidence, level} = judged!;
  const settling = verdict === 'within noise' ? whatWouldSettle(evidence, level) : null;
  return {difference, interval, pValue, of, verdict, settling, helpers: of === 'trainings' ? helpers.length : 0};
}
