import {knownDatasets} from '../../dataset/known-datasets.js';
import type {BoardRow} from '../../domain/board-row.js';
import type {Experiment} from '../../domain/experiment.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import {readExperiments} from '../../spec/read-experiments.js';
import type {Places} from '../places.js';

/** Rows of these files or folders of which nothing is stored under their names: as the board shows them. Files with mistakes are left out. */
export function notRunRows(paths: readonly string[], stored: readonly BoardRow[], {cwd}: Places): BoardRow[] {
  const names = new Set(stored.map(({name}) => name));
  const {rows} = readExperiments(paths, {cwd, overrides: []});
  return rows.filter(({experiment}) => !names.has(experiment.name)).map(({experiment}) => toBoardRow(experiment));
}

function toBoardRow({name, file, parent, changes, config, published}: Experiment): BoardRow {
  return {
    name,
    file,
    parent: parent ?? null,
    changes,
    dataset: typeof config.dataset === 'string' ? config.dataset : config.dataset.path,
    synthetic: typeof config.dataset === 'string' && knownDatasets[config.dataset].synthetic,
    seeds: 0,
    seeds_planned: config.seeds.length,
    epochs: config.epochs,
    features: featuresOf(config),
    last: null,
    last_min: null,
    last_max: null,
    best: null,
    published: published?.validation_score ?? null,
    validation_pictures: null,
    engine: null,
    device: null,
    seconds: null,
    status: 'not run',
    stale: false,
  };
}

function featuresOf({features}: ExperimentConfig): string | null {
  return typeof features === 'object' ? `${features.views} ${features.views === 1 ? 'view' : 'views'}` : features ?? null;
}
