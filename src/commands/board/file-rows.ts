import path from 'node:path';
import {knownDatasets} from '../../dataset/known-datasets.js';
import type {StoredBoardRow} from '../../domain/board-row.js';
import type {Experiment} from '../../domain/experiment.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import {UserError} from '../../errors.js';
import {findFiles} from '../../spec/find-files.js';
import {readExperiments} from '../../spec/read-experiments.js';
import type {Places} from '../places.js';
import {isBelow} from './is-below.js';
import {noScores} from './no-scores.js';

export type FileRows = {
  /** The file of each row, absolute, by the row's name. */
  readonly files: ReadonlyMap<string, string>;
  /** Those of which nothing is stored under their names, as the board shows them. */
  readonly notRun: readonly StoredBoardRow[];
  /** The files, as they are shown, that have mistakes and so no row. */
  readonly leftOut: readonly string[];
};

/** The rows of these files or folders. Throws for a path that there is not, nor ever was. */
export function fileRows(paths: readonly string[], stored: readonly StoredBoardRow[], places: Places): FileRows {
  const {cwd} = places;
  const names = new Set(stored.map(({name}) => name));
  const given = paths.flatMap(each => filesAt(each, stored, places));
  const {rows, files} = readExperiments(given, {cwd, overrides: []});
  const withRows = new Set(rows.map(({experiment}) => experiment.file));
  return {
    files: new Map(rows.map(({experiment: {name, file}}) => [name, path.resolve(cwd, file)])),
    notRun: rows.filter(({experiment}) => !names.has(experiment.name)).map(({experiment}) => toBoardRow(experiment)),
    leftOut: files.filter(({label, isGiven}) => isGiven && !withRows.has(label)).map(({label}) => label),
  };
}

/** The files that a path names; none where it is gone and its results are still here. */
function filesAt(given: string, stored: readonly StoredBoardRow[], places: Places): string[] {
  try {
    return findFiles([given], places.cwd);
  } catch (error) {
    const isGone = error instanceof UserError && (error.code === 'no-such-path' || error.code === 'no-experiments');
    if (isGone && stored.some(row => isBelow(row, given, places))) {
      return [];
    }

    throw error;
  }
}

function toBoardRow({name, file, parent, changes, config, published}: Experiment): StoredBoardRow {
  return {
    name,
    file,
    parent: parent ?? null,
    changes,
    dataset: typeof config.dataset === 'string' ? config.dataset : config.dataset.csv ?? config.dataset.path!,
    synthetic: typeof config.dataset === 'string' && knownDatasets[config.dataset].synthetic,
    image_size: config.image_size,
    interpolation: config.interpolation,
    preprocess: config.preprocess,
    seeds_planned: config.seeds.length,
    epochs: config.epochs,
    features: featuresOf(config),
    ...noScores,
    published: published?.validation_score ?? null,
    published_history: published?.history ?? null,
    status: 'not run',
  };
}

function featuresOf({features}: ExperimentConfig): string | null {
  return typeof features === 'object' ? `${features.views} ${features.views === 1 ? 'view' : 'views'}` : features ?? null;
}
