import type {Database} from 'better-sqlite3';
import type {RunStatus} from '../../domain/run-event.js';

export type FoundRun = {
  readonly runId: string;
  readonly status: RunStatus;
  /** How many are complete, where it is not done and could go on behind them. */
  readonly epochs: number;
};

/** The stored runs among these fingerprints, by fingerprint. */
export function findRuns(db: Database, fingerprints: readonly string[]): Map<string, FoundRun> {
  const rows = db.prepare<[string], [string, string, RunStatus, number]>(`
    SELECT fingerprint, run_id, status, iif(status = 'done', 0, coalesce((SELECT max(epoch) FROM epochs WHERE run_id = runs.run_id), 0))
    FROM runs WHERE fingerprint IN (SELECT value FROM json_each(?))
  `).raw().all(JSON.stringify(fingerprints));
  return new Map(rows.map(([fingerprint, runId, status, epochs]) => [fingerprint, {runId, status, epochs}]));
}

/** Names of the rows that have a finished run, of whatever configuration. */
export function finishedNames(db: Database): Set<string> {
  return new Set(db.prepare<[], string>(`
    SELECT DISTINCT name FROM experiments JOIN experiment_runs USING (experiment_id) JOIN runs USING (run_id) WHERE status = 'done'
  `).pluck().all());
}

/** The file of each row on the leaderboard that bears one of these names, as it was given when it was planned. */
export function filesOf(db: Database, names: readonly string[]): Map<string, string> {
  return new Map(db.prepare<[string], [string, string]>(`
    SELECT name, file FROM experiments WHERE current = 1 AND name IN (SELECT value FROM json_each(?))
  `).raw().all(JSON.stringify(names)));
}
