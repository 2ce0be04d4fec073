import type {Database} from 'better-sqlite3';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import type {MeasuredEpoch} from '../../domain/measured-epoch.js';

const newest = 200;

/** The measured epochs of the runs that were started last, newest first. */
export function measuredEpochs(db: Database): MeasuredEpoch[] {
  const rows = db.prepare<[number], Omit<MeasuredEpoch, 'config'> & {config: string}>(`
    WITH newest AS (
      SELECT run_id, device, threads, split_id, started_at FROM runs WHERE device IS NOT NULL ORDER BY started_at DESC LIMIT ?
    ), timed AS (
      SELECT *, (SELECT coalesce(avg(seconds) FILTER (WHERE epoch > 1), avg(seconds)) FROM epochs WHERE run_id = newest.run_id) AS seconds
      FROM newest
    )
    SELECT
      (SELECT config FROM experiments JOIN experiment_runs USING (experiment_id) WHERE run_id = timed.run_id LIMIT 1) AS config,
      device, coalesce(threads, 1) AS threads, seconds, training AS pictures
    FROM timed JOIN splits USING (split_id)
    WHERE seconds IS NOT NULL
    ORDER BY started_at DESC
  `).all(newest);
  return rows.map(row => ({...row, config: JSON.parse(row.config) as ExperimentConfig}));
}
