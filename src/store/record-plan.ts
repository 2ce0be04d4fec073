import type {Database} from 'better-sqlite3';
import type {PlannedRun} from '../domain/planned-run.js';
import type {PlanJournal} from '../protocol/plan-journal.js';
import {applyPlan} from './apply-plan.js';
import {planNews} from './plan-news.js';

/**
Records what is new in a plan in one transaction: all of it or, if the process dies, nothing. The journal has it first, and only what
is new, so that a plan that changes nothing costs no more than a look.
*/
export function recordPlan(db: Database, runs: readonly PlannedRun[], journal: PlanJournal): void {
  db.transaction(() => {
    const news = planNews(db, runs, {hasJournal: journal.isThere});
    if (news.rows.length > 0) {
      applyPlan(db, news);
      journal.append(news);
    }
  }).immediate();
}
