import type {Experiment} from '../domain/experiment.js';

/** A row as it stands in the table `experiments`. */
export type ExperimentColumns = {
  readonly name: string; readonly file: string; readonly parent: string | null; readonly description: string | null;
  readonly config: string; readonly changes: string; readonly published: string | null;
  readonly sources: string | null;
};

/** What the table `experiments` holds of a row. */
export function experimentColumns({name, file, parent, description, config, changes, published, sources}: Experiment): ExperimentColumns {
  return {
    name,
    file,
    parent: parent ?? null,
    description: description ?? null,
    config: JSON.stringify(config),
    changes: JSON.stringify(changes),
    published: published ? JSON.stringify(published) : null,
    sources: sources ? JSON.stringify(sources) : null,
  };
}
