import type {Database} from 'better-sqlite3';
import type {RunRow} from '../../domain/run-row.js';

/** Every run of every row in its newest configuration, in the order in which they were queued. */
export function runRows(db: Database): RunRow[] {
  return db.prepare<[], RunRow>(`
    SELECT
      run.run_id, experiment.name, experiment.file, link.seed, run.status,
      coalesce((SELECT max(epoch) FROM epochs WHERE run_id = run.run_id), 0) AS epochs_done,
      json_extract(experiment.config, '$.epochs') AS epochs,
      (SELECT val_accuracy FROM epochs WHERE run_id = run.run_id ORDER BY epoch DESC LIMIT 1) AS val_accuracy,
      run.seconds, run.attempts, run.queued_at, run.started_at, run.ended_at, run.problem_code, run.problem, run.hint,
      run.resumed_epoch, run.micro_batch, run.notes,
      json_extract(experiment.config, '$.resources.timeout') AS timeout
    FROM experiments AS experiment
    JOIN counted_runs AS link USING (experiment_id)
    JOIN runs AS run USING (run_id)
    WHERE experiment.current = 1
    ORDER BY run.queued_at, run.rowid, experiment.name
  `).all();
}
