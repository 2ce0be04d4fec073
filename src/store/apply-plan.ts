import type {Database} from 'better-sqlite3';
import type {DigestedPicture, StoredSplit} from '../domain/dataset.js';
import type {PlanRecord, RecordedRow, RecordedRun} from '../domain/plan-record.js';
import {experimentColumns} from './experiment-columns.js';

/** Takes a recorded plan into the database. Runs that are stored already keep what they have. Only within a transaction. */
export function applyPlan(db: Database, {at, splits, rows}: PlanRecord): void {
  for (const split of splits) {
    recordSplit(db, split);
  }

  for (const row of rows) {
    recordExperiment(db, row, at);
    for (const run of row.runs) {
      recordRun(db, run, at);
      tieRun(db, row.experimentId, run);
    }
  }
}

function recordExperiment(db: Database, {experimentId: id, experiment}: RecordedRow, at: string): void {
  db.prepare('UPDATE experiments SET current = 0 WHERE name = ? AND experiment_id <> ? AND current = 1').run(experiment.name, id);
  db.prepare('UPDATE experiment_runs SET current = 0 WHERE experiment_id = ?').run(id);
  db.prepare(`
    INSERT INTO experiments (experiment_id, name, file, parent, description, config, changes, published, sources, current, created_at)
    VALUES (:id, :name, :file, :parent, :description, :config, :changes, :published, :sources, 1, :at)
    ON CONFLICT (experiment_id) DO UPDATE SET
      file = excluded.file, parent = excluded.parent, description = excluded.description, config = excluded.config,
      changes = excluded.changes, published = excluded.published, sources = excluded.sources, current = 1
  `).run({id, at, ...experimentColumns(experiment)});
}

function recordSplit(db: Database, split: StoredSplit): void {
  const {changes} = db.prepare(`
    INSERT INTO splits (split_id, dataset, synthetic, classes, training, validation) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (split_id) DO NOTHING
  `).run(split.id, split.dataset, split.synthetic ? 1 : 0, JSON.stringify(split.classes), split.training.length, split.validation.length);
  if (changes === 0) {
    // Drawn pictures stay drawn, also where a row names their folder.
    db.prepare('UPDATE splits SET synthetic = 1 WHERE split_id = ? AND ?').run(split.id, split.synthetic ? 1 : 0);
    return;
  }

  const insert = db.prepare('INSERT INTO pictures (split_id, subset, position, path, class, digest) VALUES (?, ?, ?, ?, ?, ?)');
  const insertAll = (subset: string, pictures: readonly DigestedPicture[]) => {
    for (const [position, {path, classIndex, digest}] of pictures.entries()) {
      insert.run(split.id, subset, position, path, classIndex, digest);
    }
  };

  insertAll('training', split.training);
  insertAll('validation', split.validation);
}

/** Makes the run where its fingerprint is new. */
function recordRun(db: Database, {id, fingerprint, seed, split}: RecordedRun, at: string): void {
  db.prepare(`
    INSERT INTO runs (run_id, fingerprint, seed, split_id, status, queued_at) VALUES (?, ?, ?, ?, 'queued', ?)
    ON CONFLICT (fingerprint) DO NOTHING
  `).run(id, fingerprint, seed, split, at);
}

/** Ties the experiment to the run that has the fingerprint. */
function tieRun(db: Database, experimentId: string, {seed, fingerprint}: RecordedRun): void {
  db.prepare(`
    INSERT INTO experiment_runs (experiment_id, seed, run_id, current)
    SELECT ?, ?, run_id, 1 FROM runs WHERE fingerprint = ?
    ON CONFLICT (experiment_id, run_id) DO UPDATE SET current = 1
  `).run(experimentId, seed, fingerprint);
}
