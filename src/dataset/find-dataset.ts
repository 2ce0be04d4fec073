import {stat} from 'node:fs/promises';
import path from 'node:path';
import type {Dataset} from '../domain/dataset.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {errors} from '../errors.js';
import {isDatasetName, knownClasses, knownDatasets, type DatasetName} from './known-datasets.js';
import {listClassFolders, type ClassFolder} from './list-class-folders.js';

/** Where data sets are looked for. */
export type DatasetPlaces = {
  /** The working folder, for `./data` and for relative paths. */
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The shared cache's folder. */
  readonly cache: string;
};

/** A data set's folder, before its pictures are listed. */
export type DatasetLocation = Pick<Dataset, 'name' | 'root' | 'synthetic'>;

/** Finds the pictures that an experiment file names, and lists them. `drawn-litter` is drawn where it is not there yet. */
export async function findDataset(reference: ExperimentConfig['dataset'], places: DatasetPlaces): Promise<Dataset> {
  const location = await locateDataset(reference, places);
  const classes = typeof reference === 'string' ? knownClasses(reference) : reference.classes;
  return toDataset(location, await listClassFolders(location.root), classes);
}

/** Finds the folder alone: what is in it may be anything. */
export async function locateDataset(reference: ExperimentConfig['dataset'], places: DatasetPlaces): Promise<DatasetLocation> {
  if (typeof reference === 'string') {
    const root = await findKnownDataset(reference, places) ?? await drawIfDrawn(reference, places);
    return {name: reference, root, synthetic: knownDatasets[reference].synthetic};
  }

  const root = path.resolve(places.cwd, reference.path);
  if (!await isFolder(root)) {
    throw errors.datasetNotFound(root, [root], false);
  }

  return {name: path.basename(root), root, synthetic: root === datasetPlaces('drawn-litter', places).at(-1)};
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
export function datasetFolder({path: folder}: Exclude<ExperimentConfig['dataset'], string>): string {
  return folder;
}

/** The reference that a word on the command line stands for: a known name, else a folder. */
export function toReference(word: string): ExperimentConfig['dataset'] {
  return isDatasetName(word) ? word : {path: word};
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
  about: DatasetLocation,
  folders: readonly ClassFolder[],
  wanted: readonly string[] | undefined,
): Dataset {
  if (folders.length === 0) {
    throw errors.noClassFolders(about.root);
  }

  const chosen = wanted ? chooseFolders(about.root, folders, wanted) : folders;
  if (chosen.length < 2) {
    throw errors.singleClass(about.root, chosen[0]!.name);
  }

  const empty = chosen.filter(folder => folder.pictures.length === 0);
  if (empty.length > 0) {
    throw errors.emptyClass(about.root, empty.map(folder => folder.name));
  }

  return {
    ...about,
    classes: chosen.map(folder => folder.name),
    pictures: chosen.flatMap(({name, pictures}, classIndex) =>
      pictures.map(picture => ({path: `${name}/${picture}`, classIndex}))),
  };
}

function chooseFolders(root: string, folders: readonly ClassFolder[], wanted: readonly string[]): ClassFolder[] {
  return wanted.map(name => {
    const folder = folders.find(candidate => candidate.name === name);
    if (!folder) {
      throw errors.noFolderForClass(root, name, folders.map(candidate => candidate.name));
    }

    return folder;
  });
}

async function isFolder(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() ?? false;
}
