import type {Database} from 'better-sqlite3';
import type {StoredScores} from '../domain/stored-scores.js';

/** The finished runs whose scores are missing, or of another version. */
export function unscoredRuns(db: Database, version: number): string[] {
  // Only runs that are done have scores: counting both tells in a tenth of the time that there is nothing to do, as a rule.
  const isWhole = db.prepare<[number], number>(`
    SELECT (SELECT count(*) FROM runs WHERE status = 'done') = (SELECT count(*) FROM scores WHERE version = ?)
  `).pluck();
  if (isWhole.get(version) === 1) {
    return [];
  }

  return db.prepare<[number], string>(`
    SELECT run_id FROM runs LEFT JOIN scores USING (run_id) WHERE status = 'done' AND version IS NOT ? ORDER BY runs.rowid
  `).pluck().all(version);
}

/** Keeps the scores of a run that is done, in place of those of another version. A run that began anew meanwhile has none. */
export function recordScores(db: Database, runId: string, scores: StoredScores, version: number): void {
  db.prepare(`
    INSERT OR REPLACE INTO scores (
      run_id, version, last, best, best_epoch, cross_fitted, mean_last, protocol, protocol_low, protocol_high,
      balanced_accuracy, macro_f1, log_loss, calibration_error, calibration_by_chance, recall, answers
    )
    SELECT
      run_id, :version, :last, :best, :best_epoch, :cross_fitted, :mean_last, :protocol, :protocol_low, :protocol_high,
      :balanced_accuracy, :macro_f1, :log_loss, :calibration_error, :calibration_by_chance, :recall,
      (SELECT correct FROM epochs WHERE epochs.run_id = runs.run_id ORDER BY epoch DESC LIMIT 1)
    FROM runs WHERE run_id = :runId AND status = 'done'
  `).run({...scores, recall: scores.recall && JSON.stringify(scores.recall), runId, version});
}
