import type {Subject} from '../../domain/subject.js';
import type {SubjectScores} from '../../report/subject-scores.js';
import {tableScores} from '../../score/comparison/table-scores.js';
import {meanScores} from '../../score/row/mean-scores.js';
import type {Store} from '../../store/open-store.js';
import {answersOf} from './answers-of.js';
import {helperRows} from './helper-rows.js';
import type {ScoredRun} from './scored-runs.js';

/** The scores of a subject, given its scored runs. */
export function summariseScores(subject: Subject, scored: readonly ScoredRun[], store: Store | undefined): SubjectScores {
  const [first] = scored;
  if (!first || !store) {
    return {scored: 0, scores: null, last: null};
  }

  const isEnough = first.run.split.validation > 1;
  return {
    scored: scored.length,
    scores: meanScores(scored.map(({scores}) => scores)),
    last: isEnough ? tableScores([answersOf(scored), ...helperRows([subject], first, store)], []).rows[0]! : null,
  };
}
