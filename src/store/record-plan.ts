import type {Database} from 'better-sqlite3';
import type {DigestedPicture, Split} from '../domain/dataset.js';
import type {PlannedRun} from '../domain/planned-run.js';

/** Records the runs of a plan in one transaction: all of it or, if the process dies, nothing. */
export function recordPlan(db: Database, runs: readonly PlannedRun[]): void {
  db.transaction(() => {
    const now = new Date().toISOString();
    const experiments = new Set<string>();
    const splits = new Set<Split>();
    for (const run of runs) {
      if (!experiments.has(run.experimentId)) {
        experiments.add(run.experimentId);
        recordExperiment(db, run, now);
      }

      if (!splits.has(run.split)) {
        splits.add(run.split);
        recordSplit(db, run.split);
      }

      recordRun(db, run, now);
    }
  }).immediate();
}

function recordExperiment(db: Database, {experimentId: id, experiment}: PlannedRun, now: string): void {
  const {name, file, parent, description, published} = experiment;
  db.prepare('UPDATE experiments SET current = 0 WHERE name = ? AND experiment_id <> ? AND current = 1').run(name, id);
  db.prepare('UPDATE experiment_runs SET current = 0 WHERE experiment_id = ?').run(id);
  db.prepare(`
    INSERT INTO experiments (experiment_id, name, file, parent, description, config, changes, published, current, created_at)
    VALUES (:id, :name, :file, :parent, :description, :config, :changes, :published, 1, :now)
    ON CONFLICT (experiment_id) DO UPDATE SET
      file = excluded.file, parent = excluded.parent, description = excluded.description, config = excluded.config,
      changes = excluded.changes, published = excluded.published, current = 1
  `).run({
    id, name, file, now,
    config: JSON.stringify(experiment.config),
    parent: parent ?? null,
    description: description ?? null,
    changes: JSON.stringify(experiment.changes),
    published: published ? JSON.stringify(published) : null,
  });
}

function recordSplit(db: Database, split: Split): void {
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

/** Makes the run where its fingerprint is new, and ties the experiment to the run that has it. */
function recordRun(db: Database, {id, experimentId, fingerprint, seed, split}: PlannedRun, now: string): void {
  db.prepare(`
    INSERT INTO runs (run_id, fingerprint, seed, split_id, status, queued_at) VALUES (?, ?, ?, ?, 'queued', ?)
    ON CONFLICT (fingerprint) DO NOTHING
  `).run(id, fingerprint, seed, split.id, now);
  db.prepare(`
    INSERT INTO experiment_runs (experiment_id, seed, run_id, current)
    SELECT ?, ?, run_id, 1 FROM runs WHERE fingerprint = ?
    ON CONFLICT (experiment_id, run_id) DO UPDATE SET current = 1
  `).run(experimentId, seed, fingerprint);
}
