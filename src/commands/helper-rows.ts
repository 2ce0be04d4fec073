import type {Subject} from '../domain/subject.js';
import {answerSet, type AnswerSet} from '../score/answers/answer-set.js';
import type {Store} from '../store/open-store.js';
import type {ScoredRun} from './scored-runs.js';

/**
The answers of other rows on the pictures of a run, of those with several seeds: two or three seeds of a row alone tell badly how much seeds
matter.
*/
export function helperRows(subjects: readonly Subject[], {run: {split}}: ScoredRun, store: Store): AnswerSet[][] {
  const own = new Set(subjects.map(({row}) => row.name));
  return [...store.rowAnswers(split.split_id)]
    .filter(([name, answers]) => !own.has(name) && answers.length > 1)
    .map(([, answers]) => answers.map(bytes => answerSet(bytes, split.validation)));
}
