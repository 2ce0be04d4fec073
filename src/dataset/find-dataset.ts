import {stat} from 'node:fs/promises';
import path from 'node:path';
import type {Dataset, DatasetLocation} from '../domain/dataset.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {errors} from '../errors.js';
import {datasetPlaces, type DatasetPlaces} from './dataset-places.js';
import {isDatasetName, knownClasses, knownDatasets, type DatasetName} from './known-datasets.js';
import {listClasses, type ListedClass} from './list-classes.js';

/** Finds the pictures that an experiment file names, and lists them. `drawn-litter` is drawn where it is not there yet. */
export async function findDataset(reference: ExperimentConfig['dataset'], places: DatasetPlaces): Promise<Dataset> {
  const location = await locateDataset(reference, places);
  const classes = typeof reference === 'string' ? knownClasses(reference) : reference.classes;
  return toDataset(location, await listClasses(location), classes);
}

/** Finds the folder alone: what is in it may be anything. */
export async function locateDataset(reference: ExperimentConfig['dataset'], places: DatasetPlaces): Promise<DatasetLocation> {
  if (typeof reference === 'string') {
    const root = await findKnownDataset(reference, places) ?? await drawIfDrawn(reference, places);
    return {name: reference, root, synthetic: knownDatasets[reference].synthetic};
  }

  if (reference.csv !== undefined) {
    return locateList(path.resolve(places.cwd, reference.csv));
  }

  const root = path.resolve(places.cwd, reference.path!);
  if (!await isFolder(root)) {
    throw errors.datasetNotFound(root, [root], false);
  }

  return {name: path.basename(root), root, synthetic: root === datasetPlaces('drawn-litter', places).at(-1)};
}

/** Of a list that is one of several of a folder, or of none, the folder's name alone would say too little. */
async function locateList(csv: string): Promise<DatasetLocation> {
  const found = await stat(csv).catch(() => undefined);
  if (!found?.isFile()) {
    throw errors.labelListNotFound(csv);
  }

  const root = path.dirname(csv);
  return {name: `${path.basename(root)}/${path.basename(csv)}`, root, synthetic: false, csv};
}

/** The folder where a data set lies that is called by name, if any of its places has it. */
export async function findKnownDataset(name: DatasetName, places: DatasetPlaces): Promise<string | undefined> {
  for (const place of datasetPlaces(name, places)) {
    if (await isFolder(place)) {
      return place;
    }
  }

  return undefined;
}

/** The reference that a word on the command line stands for: a known name, else a list or a folder. */
export function toReference(word: string): ExperimentConfig['dataset'] {
  if (isDatasetName(word)) {
    return word;
  }

  return /\.csv$/iv.test(word) ? {csv: word} : {path: word};
}

async function drawIfDrawn(name: DatasetName, places: DatasetPlaces): Promise<string> {
  const looked = datasetPlaces(name, places);
  const cached = looked.at(-1)!;
  if (!knownDatasets[name].synthetic) {
    throw errors.datasetNotFound(name, looked, true);
  }

  const {drawLitter} = await import('./draw-litter.js');
  await drawLitter(cached);
  return cached;
}

function toDataset(
  {csv, ...about}: DatasetLocation,
  listed: readonly ListedClass[],
  wanted: readonly string[] | undefined,
): Dataset {
  if (listed.length === 0) {
    throw csv === undefined ? errors.noClassFolders(about.root) : errors.badLabels(csv, [`${path.basename(csv)}: names no photo`]);
  }

  const chosen = wanted ? chooseClasses({csv, ...about}, listed, wanted) : listed;
  if (chosen.length < 2) {
    throw csv === undefined ? errors.singleClass(about.root, chosen[0]!.name) : errors.singleLabel(csv, chosen[0]!.name);
  }

  const empty = chosen.filter(each => each.pictures.length === 0);
  if (empty.length > 0) {
    throw errors.emptyClass(about.root, empty.map(each => each.name));
  }

  return {
    ...about,
    classes: chosen.map(each => each.name),
    pictures: chosen.flatMap(({pictures}, classIndex) => pictures.map(picture => ({path: picture, classIndex}))),
  };
}

function chooseClasses({root, csv}: DatasetLocation, listed: readonly ListedClass[], wanted: readonly string[]): ListedClass[] {
  return wanted.map(name => {
    const found = listed.find(candidate => candidate.name === name);
    if (!found) {
      const names = listed.map(candidate => candidate.name);
      throw csv === undefined ? errors.noFolderForClass(root, name, names) : errors.noLabelForClass(csv, name, names);
    }

    return found;
  });
}

async function isFolder(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
