import type {Database} from 'better-sqlite3';
import type {Artifact, RowFacts, RunDetails, SplitFacts} from '../../domain/run-details.js';
import type {StoredScores} from '../../domain/stored-scores.js';
import {runEpochs} from './run-epochs.js';

type Plain = Omit<RunDetails, 'row' | 'split' | 'notes' | 'scores' | 'epochs' | 'artifacts'>;
type Stored = Plain & {readonly split_id: string; readonly notes: string | null};

/** All that is stored of a run; where several rows share it, with that of this name or the first. */
export function runDetails(db: Database, runId: string, name?: string): RunDetails {
  const {split_id: splitId, notes, ...run} = db.prepare<[string], Stored>(`
    SELECT
      run_id, seed, split_id, status, attempts, queued_at, started_at, ended_at, seconds, peak_memory_bytes, problem_code, problem, hint,
      ablate, node, platform, engine, device, threads, git_commit, resumed_epoch, micro_batch, notes
    FROM runs WHERE run_id = ?
  `).get(runId)!;
  return {
    ...run,
    row: rowOf(db, runId, name),
    split: splitOf(db, splitId),
    notes: notes === null ? [] : JSON.parse(notes) as string[],
    scores: scoresOf(db, runId),
    epochs: runEpochs(db, runId),
    artifacts: db.prepare<[string], Artifact>('SELECT kind, path, bytes, sha256 FROM artifacts WHERE run_id = ? ORDER BY kind').all(runId),
  };
}

type StoredRow = Omit<RowFacts, 'changes' | 'published' | 'config'> & {
  readonly changes: string;
  readonly published: string | null;
  readonly config: string;
};

function rowOf(db: Database, runId: string, name?: string): RowFacts {
  const {changes, published, config, ...row} = db.prepare<[string, string | undefined], StoredRow>(`
    SELECT name, file, parent, changes, description, published, config
    FROM experiment_runs AS link JOIN experiments AS experiment USING (experiment_id)
    WHERE run_id = ?
    ORDER BY name IS ? DESC, link.current DESC, experiment.current DESC, experiment.rowid
    LIMIT 1
  `).get(runId, name)!;
  return {
    ...row,
    changes: JSON.parse(changes) as RowFacts['changes'],
    published: published === null ? null : JSON.parse(published) as RowFacts['published'],
    config: JSON.parse(config) as RowFacts['config'],
  };
}

function splitOf(db: Database, splitId: string): SplitFacts {
  const {synthetic, classes, ...split} = db.prepare<[string], Omit<SplitFacts, 'synthetic' | 'classes'> & {synthetic: number; classes: string}>(`
    SELECT split_id, dataset, synthetic, classes, training, validation FROM splits WHERE split_id = ?
  `).get(splitId)!;
  return {...split, synthetic: synthetic === 1, classes: JSON.parse(classes) as string[]};
}

function scoresOf(db: Database, runId: string): StoredScores | null {
  const scores = db.prepare<[string], Omit<StoredScores, 'recall'> & {recall: string | null}>(`
    SELECT
      last, best, best_epoch, cross_fitted, mean_last, protocol, protocol_low, protocol_high,
      balanced_accuracy, macro_f1, log_loss, calibration_error, calibration_by_chance, recall
    FROM scores WHERE run_id = ?
  `).get(runId);
  return scores ? {...scores, recall: scores.recall === null ? null : JSON.parse(scores.recall) as StoredScores['recall']} : null;
}
