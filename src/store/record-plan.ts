import type {Database} from 'better-sqlite3';
import type {PlannedRun} from '../domain/planned-run.js';
import type {PlanJournal} from '../protocol/plan-journal.js';
import {applyPlan} from './apply-plan.js';
import {planNews} from './plan-news.js';
import {findRuns} from './queries/find-runs.js';

/**
Records what is new in a plan in one transaction: all of it or, if the process dies, nothing. The journal has it first, and only what
is new, so that a plan that changes nothing costs no more than a look; where it has what the database then refuses, it loses that again.
Gives the runs under the ids by which they are known.
*/
export function recordPlan(db: Database, planned: readonly PlannedRun[], journal: PlanJournal): readonly PlannedRun[] {
  let takeBack: (() => void) | undefined;
  try {
    return db.transaction(() => {
      const runs = underStoredIds(db, planned);
      const news = planNews(db, runs, {hasJournal: journal.isThere});
      if (news.rows.length > 0) {
        applyPlan(db, news);
        takeBack = journal.append(news);
      }

      return runs;
    }).immediate();
  } catch (error) {
    attempt(takeBack);
    throw error;
  }
}

// What the database said is what is to be told.
function attempt(work: (() => void) | undefined): void {
  try {
    work?.();
  } catch {
    // The plan stays in the journal: one that asks for runs that nobody began.
  }
}

/** Since a run was planned another host may have recorded it, under the name of another row. */
function underStoredIds(db: Database, planned: readonly PlannedRun[]): readonly PlannedRun[] {
  const unknown = planned.filter(({state}) => state === 'to-do' || state === 'stale');
  const stored = findRuns(db, unknown.map(({fingerprint}) => fingerprint));
  return stored.size === 0 ? planned : planned.map(run => ({...run, id: stored.get(run.fingerprint)?.runId ?? run.id}));
}
