import path from 'node:path';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {knownDatasets, type DatasetName} from './known-datasets.js';

/** Where data sets are looked for. */
export type DatasetPlaces = {
  /** The working folder, for `./data` and for relative paths. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The shared cache's folder. */
  readonly cache: string;
};

/** The folders in which a data set is looked for that is called by name, first to last. */
export function datasetPlaces(name: DatasetName, {cwd, env: {ABLATE_DATA: data}, cache}: DatasetPlaces): readonly string[] {
  const cached = path.join(cache, 'datasets', name);
  if (knownDatasets[name].synthetic) {
    return [cached];
  }

  const own = data ? [path.resolve(cwd, data, name)] : [];
  return [...own, path.join(cwd, 'data', name), cached];
}

/** The folder of photos that are not called by name. */
export function datasetFolder({path: folder, csv}: Exclude<ExperimentConfig['dataset'], string>): string {
  return csv === undefined ? folder! : path.dirname(csv);
}
