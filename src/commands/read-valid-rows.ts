import {findDataset} from '../dataset/find-dataset.js';
import {knownDatasets} from '../dataset/known-datasets.js';
import {validationCount} from '../dataset/split-dataset.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {errors, UserError} from '../errors.js';
import {checkAgainstDataset, type DatasetFacts} from '../spec/check-against-dataset.js';
import {explainProblem, formatProblem, type ExplainedProblem} from '../spec/explain-problem.js';
import {placeAt} from '../spec/located.js';
import type {SpecProblem} from '../spec/problem.js';
import {readExperiments, type Row} from '../spec/read-experiments.js';
import type {Places} from './places.js';

/** The rows of files and folders, checked, with every problem that was found. */
export type CheckedRows = {readonly rows: readonly Row[]; readonly problems: readonly ExplainedProblem[]};

/** Reads rows and checks them beside what is known of their data sets, for which no photo of a named one is needed. */
export async function checkRows(paths: readonly string[], overrides: readonly string[], places: Places): Promise<CheckedRows> {
  const {rows, problems} = readExperiments(paths, {cwd: places.cwd, overrides});
  const beside: SpecProblem[] = [];
  for (const row of rows) {
    beside.push(...await checkBesideData(row, places));
  }

  return {rows, problems: [...problems, ...beside].map(problem => explainProblem(problem))};
}

/** The same for commands that need all rows right: throws one UserError with every problem. */
export async function readValidRows(paths: readonly string[], overrides: readonly string[], places: Places): Promise<readonly Row[]> {
  const {rows, problems} = await checkRows(paths, overrides, places);
  if (problems.length > 0) {
    throw errors.invalidExperiments(problems.map(problem => formatProblem(problem)));
  }

  return rows;
}

async function checkBesideData(row: Row, places: Places): Promise<SpecProblem[]> {
  try {
    return checkAgainstDataset(row, await datasetFacts(row.experiment.config, places));
  } catch (error) {
    if (error instanceof UserError) {
      return [{key: 'dataset', message: error.message, place: placeAt(row.tree, ['dataset', 'path'])}];
    }

    throw error;
  }
}

async function datasetFacts({dataset, split}: ExperimentConfig, places: Places): Promise<DatasetFacts> {
  const counts = typeof dataset === 'string' ? Object.values(knownDatasets[dataset].counts) : await countByClass(dataset, places);
  return {
    name: typeof dataset === 'string' ? dataset : dataset.path,
    classes: counts.length,
    training: counts.reduce((sum, count) => sum + count - validationCount(count, split.validation), 0),
  };
}

async function countByClass(reference: ExperimentConfig['dataset'], places: Places): Promise<number[]> {
  const {classes, pictures} = await findDataset(reference, places);
  const counts = classes.map(() => 0);
  for (const {classIndex} of pictures) {
    counts[classIndex] = (counts[classIndex] ?? 0) + 1;
  }

  return counts;
}
