import type {Database} from 'better-sqlite3';
import type {ExportedRun} from '../../domain/exported-run.js';
import {runEpochs} from './run-epochs.js';

type Stored = Omit<ExportedRun, 'config' | 'epochs'> & {readonly config: string};

/** A run with all its epochs; where several rows share it, under the name of the first. */
export function exportedRun(db: Database, runId: string): ExportedRun {
  const {config, ...run} = db.prepare<[string], Stored>(`
    SELECT
      run.run_id AS runId, experiment.name, run.seed, run.status, split.dataset, run.started_at AS startedAt, run.ended_at AS endedAt,
      run.engine, run.device, experiment.config
    FROM runs AS run
    JOIN splits AS split USING (split_id)
    JOIN experiment_runs AS link USING (run_id)
    JOIN experiments AS experiment USING (experiment_id)
    WHERE run.run_id = ?
    ORDER BY link.current DESC, experiment.current DESC, experiment.rowid
    LIMIT 1
  `).get(runId)!;
  return {...run, config: JSON.parse(config) as ExportedRun['config'], epochs: runEpochs(db, runId)};
}
