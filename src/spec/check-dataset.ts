import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {keyPlaceAt} from './located.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap} from './source.js';

/** Whether a data set that is not called by name is a folder or a list, and not both. */
export function checkDataset({dataset}: ExperimentConfig, tree: LocatedMap): SpecProblem[] {
  if (typeof dataset === 'string') {
    return [];
  }

  const {path, csv} = dataset;
  if (path === undefined && csv === undefined) {
    return [{key: 'dataset', message: 'the key "path" is missing, or "csv" for a list of labels.', place: keyPlaceAt(tree, ['dataset'])}];
  }

  const message = 'photos come from a folder (path) or from a list (csv), not from both. Take the inherited one away: `path: null`.';
  return path === undefined || csv === undefined ? [] : [{key: 'dataset.csv', message, place: keyPlaceAt(tree, ['dataset', 'csv'])}];
}
