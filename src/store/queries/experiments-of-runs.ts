import type {Database} from 'better-sqlite3';
import type {Change, Experiment, Published} from '../../domain/experiment.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';

type Stored = {
  readonly name: string; readonly file: string; readonly parent: string | null; readonly description: string | null;
  readonly config: string; readonly changes: string; readonly published: string | null;
  readonly sources: string | null;
};

/** The rows, in their newest configuration, that any of these runs belongs to, as they were planned last. */
export function experimentsOfRuns(db: Database, runIds: readonly string[]): Experiment[] {
  return db.prepare<[string], Stored>(`
    SELECT name, file, parent, description, config, changes, published, sources FROM experiments
    WHERE current = 1 AND experiment_id IN (
      SELECT experiment_id FROM experiment_runs WHERE current = 1 AND run_id IN (SELECT value FROM json_each(?))
    )
    ORDER BY rowid
  `).all(JSON.stringify(runIds)).map(({name, file, parent, description, config, changes, published, sources}) => ({
    name,
    file,
    parent: parent ?? undefined,
    description: description ?? undefined,
    config: JSON.parse(config) as ExperimentConfig,
    changes: JSON.parse(changes) as Change[],
    published: published === null ? undefined : JSON.parse(published) as Published,
    ...sources !== null && {sources: JSON.parse(sources) as string[]},
  }));
}
