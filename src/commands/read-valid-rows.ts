import {countByClass} from '../dataset/count-by-class.js';
import {findDataset} from '../dataset/find-dataset.js';
import {knownDatasets} from '../dataset/known-datasets.js';
import {countParts} from '../dataset/split/choose-validation.js';
import type {ClassSize, SplitRule} from '../dataset/split/split-method.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {errors, UserError} from '../errors.js';
import {arrangeProblems} from '../spec/arrange-problems.js';
import {checkAgainstDataset} from '../spec/check-against-dataset.js';
import {checkDataset} from '../spec/check-dataset.js';
import {explainProblem, formatProblem, type ExplainedProblem} from '../spec/explain-problem.js';
import {placeAt} from '../spec/located.js';
import type {SpecProblem} from '../spec/problem.js';
import {readExperiments, type Row} from '../spec/read-experiments.js';
import {remembered} from '../spec/remembered.js';
import type {Checkable} from '../spec/read-rows.js';
import {historyProblems} from './history-problems.js';
import type {Places} from './places.js';

/** The rows of files and folders, checked, with every problem that was found. */
export type CheckedRows = {readonly rows: readonly Row[]; readonly problems: readonly ExplainedProblem[]};

/** Reads rows and checks them beside what is known of their data sets, for which no photo of a named one is needed. */
export async function checkRows(paths: readonly string[], overrides: readonly string[], places: Places): Promise<CheckedRows> {
  const {rows, checkable, problems, files} = readExperiments(paths, {cwd: places.cwd, overrides});
  const count = photoCounter(places);
  const beside: SpecProblem[] = [];
  for (const candidate of checkable) {
    const found = await checkBesideData(candidate, count);
    beside.push(...found.map(problem => ({...problem, rows: [candidate.tree.place.source.label]})));
  }

  const ofHistories = await historyProblems(rows, places.cwd);
  return {rows, problems: arrangeProblems([...problems, ...beside, ...ofHistories], files).map(problem => explainProblem(problem))};
}

/** The same for commands that need all rows right: throws one UserError with every problem. */
export async function readValidRows(paths: readonly string[], overrides: readonly string[], places: Places): Promise<readonly Row[]> {
  const {rows, problems} = await checkRows(paths, overrides, places);
  if (problems.length > 0) {
    throw errors.invalidExperiments(problems.map(problem => formatProblem(problem)));
  }

  return rows;
}

async function checkBesideData(candidate: Checkable, count: PhotoCounter): Promise<SpecProblem[]> {
  const {dataset, split} = candidate.config;
  // Told already; there are no photos to look for.
  if (checkDataset(candidate.config, candidate.tree).length > 0) {
    return [];
  }

  try {
    const classes = partsOf(await count(dataset), JSON.stringify(split));
    return checkAgainstDataset(candidate, {name: typeof dataset === 'string' ? dataset : dataset.csv ?? dataset.path!, classes});
  } catch (error) {
    if (error instanceof UserError) {
      return [datasetProblem(error, candidate.tree)];
    }

    throw error;
  }
}

// Rows of one call mostly share their split too.
const partsOf = remembered((classes: readonly ClassSize[], split: string) => countParts(classes, JSON.parse(split) as SplitRule));

function datasetProblem({code, message, hint}: UserError, tree: Checkable['tree']): SpecProblem {
  const dataset = tree.entries.get('dataset')?.value;
  const isList = dataset?.kind === 'map' && dataset.entries.has('csv');
  const path = ['dataset', code === 'no-folder-for-class' ? 'classes' : (isList ? 'csv' : 'path')];
  return {key: path.join('.'), message: hint === undefined ? `${message}.` : `${message}. ${hint}`, place: placeAt(tree, path)};
}

type PhotoCounter = (reference: ExperimentConfig['dataset']) => Promise<readonly ClassSize[]>;

// Rows of one call mostly share their photos, so each folder is listed once.
function photoCounter(places: Places): PhotoCounter {
  const known = new Map<string, ReturnType<PhotoCounter>>();
  return async reference => {
    const key = JSON.stringify(reference);
    const counts = known.get(key) ?? countPhotos(reference, places);
    known.set(key, counts);
    return counts;
  };
}

async function countPhotos(reference: ExperimentConfig['dataset'], places: Places): ReturnType<PhotoCounter> {
  if (typeof reference === 'string') {
    return Object.entries(knownDatasets[reference].counts).map(([name, photos]) => ({name, photos}));
  }

  const counts = countByClass(await findDataset(reference, places));
  return [...counts].map(([name, photos]) => ({name, photos}));
}
