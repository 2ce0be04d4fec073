import type {Subject} from '../../domain/subject.js';
import type {PairVerdict} from '../../report/diff/difference.js';
import {answerSet} from '../../score/answers/answer-set.js';
import {tableScores} from '../../score/comparison/table-scores.js';
import {whatWouldSettle} from '../../score/comparison/what-would-settle.js';
import type {RowScore} from '../../score/row/row-score.js';
import type {Store} from '../../store/open-store.js';
import {answersOf} from '../answers-of.js';
import type {ScoredRun} from '../scored-runs.js';

/** The second of two subjects on the same pictures against the first. */
export function judgePair(
  subjects: readonly [Subject, Subject],
  [one, other]: readonly [ScoredRun[], ScoredRun[]],
  store: Store,
): {readonly verdict: PairVerdict; readonly rows: readonly RowScore[]} {
  const helpers = helpersOf(subjects, one[0]!, store);
  const {rows, comparisons: [judged]} = tableScores([answersOf(one), answersOf(other), ...helpers], [{row: 1, against: 0}]);
  const {difference, interval, pValue, of, verdict, evidence, level} = judged!;
  const settling = verdict === 'within noise' ? whatWouldSettle(evidence, level) : null;
  return {rows, verdict: {difference, interval, pValue, of, verdict, settling, helpers: of === 'trainings' ? helpers.length : 0}};
}

/** Other rows on the same pictures with several seeds: two or three of a row alone tell badly how much seeds matter. */
function helpersOf(subjects: readonly [Subject, Subject], {run: {split}}: ScoredRun, store: Store) {
  const own = new Set(subjects.map(({row}) => row.name));
  return [...store.rowAnswersOn(split.split_id)]
    .filter(([name, answers]) => !own.has(name) && answers.length > 1)
    .map(([, answers]) => answers.map(bytes => answerSet(bytes, split.validation)));
}
