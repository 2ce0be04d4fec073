import type {Database} from 'better-sqlite3';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';

/** A split that results rest on. */
export type BoardSplit = {
  readonly splitId: string;
  /** What a row on it calls the data set. */
  readonly dataset: ExperimentConfig['dataset'];
  /** When a run was first planned on it (ISO 8601). */
  readonly plannedAt: string;
};

/** A picture of a split: `path` is relative to the data set's root, `digest` the SHA-256 of the file. */
export type SplitPicture = {
  readonly subset: 'training' | 'validation';
  readonly path: string;
  readonly digest: string;
};

/** The splits that finished runs are on. */
export function boardSplits(db: Database): BoardSplit[] {
  // Configurations are long and runs many: one of each split is enough.
  return db.prepare<[], [string, string, string]>(`
    WITH ofSplits AS (SELECT split_id, max(run_id) AS run_id, min(queued_at) AS queued_at FROM runs WHERE status = 'done' GROUP BY split_id)
    SELECT split_id, queued_at, (
      SELECT config FROM experiment_runs JOIN experiments USING (experiment_id) WHERE experiment_runs.run_id = ofSplits.run_id LIMIT 1
    )
    FROM ofSplits
  `).raw().all().map(([splitId, plannedAt, config]) => ({splitId, plannedAt, dataset: (JSON.parse(config) as ExperimentConfig).dataset}));
}

/** All pictures of a split. */
export function splitPictures(db: Database, splitId: string): SplitPicture[] {
  return db.prepare<[string], SplitPicture>('SELECT subset, path, digest FROM pictures WHERE split_id = ? ORDER BY subset, position').all(splitId);
}
