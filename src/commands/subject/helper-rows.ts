import type {Subject} from '../../domain/subject.js';
import {answerSet, type AnswerSet} from '../../score/answers/answer-set.js';
import {repeatedRows} from '../../score/leaderboard/repeated-rows.js';
import type {Store} from '../../store/open-store.js';
import type {ScoredRun} from './scored-runs.js';

/**
The answers of other rows on the pictures of a run, of those with several seeds and with runs of their own: two or three seeds of a row alone
tell badly how much seeds matter.
*/
export function helperRows(subjects: readonly Subject[], {run: {split}}: ScoredRun, store: Store): AnswerSet[][] {
  const own = new Set(subjects.flatMap(({runs}) => runs.map(run => run.run_id)));
  const others = [...store.rowAnswers(split.split_id).values()]
    .filter(({runIds}) => runIds.length > 1 && !runIds.some(runId => own.has(runId)));
  const repeated = repeatedRows(others.map(({runIds}) => runIds));
  return others
    .filter((_, place) => !repeated.has(place))
    .map(({answers}) => answers.map(bytes => answerSet(bytes, split.validation)));
}
