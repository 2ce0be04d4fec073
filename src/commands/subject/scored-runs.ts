import type {LastAnswers} from '../../domain/last-answers.js';
import type {RunDetails} from '../../domain/run-details.js';
import type {Subject} from '../../domain/subject.js';
import type {StoredScores} from '../../domain/stored-scores.js';
import type {Store} from '../../store/open-store.js';

/** A finished run, its scores, and what they rest on. */
export type ScoredRun = {readonly run: RunDetails; readonly scores: StoredScores; readonly last: LastAnswers};

/** The finished runs of a subject that are scored, all on the same pictures: those of the run that was queued last. */
export function scoredRuns({runs}: Subject, store: Store): ScoredRun[] {
  const scored = runs.flatMap(run => {
    const last = run.scores && store.lastAnswers(run.run_id);
    return run.scores && last ? [{run, scores: run.scores, last}] : [];
  });
  const newest = scored.toSorted((left, right) => left.run.queued_at.localeCompare(right.run.queued_at)).at(-1);
  return scored.filter(({run}) => run.split.split_id === newest?.run.split.split_id);
}
