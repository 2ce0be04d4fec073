import {readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {datasetFolder, datasetPlaces} from '../../dataset/dataset-places.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import {UserError} from '../../errors.js';
import {remember} from '../../files/remember.js';
import {rememberedFile} from '../../files/remembered-file.js';
import {shape} from '../../files/shape.js';
import type {Store} from '../../store/open-store.js';
import type {Places} from '../places.js';

/** A result: the pictures that it rests on, and what its row calls the data set. */
export type DataSource = {
  readonly splitId: string;
  /** JSON, as `RowSource` has it. */
  readonly dataset: string;
  readonly plannedAt: string;
};

/**
Those of the results whose data set has other pictures or labels now. A data set is looked at picture by picture only where a folder of it, or
what labels its photos, was changed since; files that come, go or are replaced change their folder. One that is not here is as it was.
*/
export async function changedData<Source extends DataSource>(sources: readonly Source[], store: Store, places: Places): Promise<Set<Source>> {
  const known = new Map<string, Promise<boolean>>();
  const changed = new Set<Source>();
  for (const source of sources) {
    // Rows of one board mostly share their pictures.
    const key = `${source.splitId} ${source.dataset}`;
    const answer = known.get(key) ?? isChanged(earliest(sources, key), store, places);
    known.set(key, answer);
    if (await answer) {
      changed.add(source);
    }
  }

  return changed;
}

function earliest(sources: readonly DataSource[], key: string): DataSource {
  return sources
    .filter(({splitId, dataset}) => `${splitId} ${dataset}` === key)
    .reduce((one, other) => other.plannedAt < one.plannedAt ? other : one);
}

async function isChanged({splitId, dataset: text, plannedAt}: DataSource, store: Store, places: Places): Promise<boolean> {
  const dataset = JSON.parse(text) as ExperimentConfig['dataset'];
  const root = rootOf(dataset, places);
  if (root === undefined) {
    return false;
  }

  const watched = [...watchedOf(root, {splitId, dataset}, store)].map(file => [file, timeOf(file) ?? null] as const);
  const isNewer = watched.some(([, time]) => time === null || time > Date.parse(plannedAt));
  // Photos that were copied here after they were trained on are newer for ever.
  return isNewer && remember({
    file: rememberedFile(places.cache, 'data', [splitId, text]),
    state: JSON.stringify([splitId, text, watched]),
    shape: shape.flag,
    find: async () => hasOtherPictures(splitId, dataset, store, places),
  });
}

function rootOf(dataset: ExperimentConfig['dataset'], places: Places): string | undefined {
  const looked = typeof dataset === 'string' ? datasetPlaces(dataset, places) : [datasetFolder(dataset)];
  return looked.find(place => timeOf(place) !== undefined);
}

type Labelled = {readonly splitId: string; readonly dataset: ExperimentConfig['dataset']};

/** A folder has a new time where a file in it does not only hold other bytes, so that files of labels are asked for theirs. */
function watchedOf(root: string, {dataset, splitId}: Labelled, store: Store): Iterable<string> {
  const csv = typeof dataset === 'string' ? undefined : dataset.csv;
  return csv === undefined ? [root, ...watchedBelow(root)] : [csv, ...foldersOf(root, splitId, store)];
}

/** The class folders; without any, the texts beside photos. */
function watchedBelow(root: string): string[] {
  try {
    const entries = readdirSync(root, {withFileTypes: true});
    const folders = entries.filter(entry => entry.isDirectory());
    const watched = folders.length > 0 ? folders : entries.filter(({name}) => name.toLowerCase().endsWith('.txt'));
    return watched.map(({name}) => path.join(root, name));
  } catch {
    // What is no folder any more, or may not be read, is looked at as a data set, which tells.
    return [''];
  }
}

function foldersOf(root: string, splitId: string, store: Store): ReadonlySet<string> {
  return new Set(store.splitPictures(splitId).map(picture => path.dirname(path.join(root, picture.path))));
}

function timeOf(file: string): number | undefined {
  try {
    return statSync(file, {throwIfNoEntry: false})?.mtimeMs;
  } catch {
    return undefined;
  }
}

async function hasOtherPictures(splitId: string, dataset: ExperimentConfig['dataset'], store: Store, places: Places): Promise<boolean> {
  const {findDataset} = await import('../../dataset/find-dataset.js');
  const {digestPictures} = await import('../../dataset/digest-pictures.js');
  // Not by their paths: of data sets that hold the same, one has the other's.
  const stored = store.splitPictures(splitId).map(picture => `${picture.class}/${picture.digest}`).toSorted();
  try {
    const found = await findDataset(dataset, places);
    const pictures = await digestPictures(found, places.cache);
    const now = pictures.map(({classIndex, digest}) => `${found.classes[classIndex]!}/${digest}`).toSorted();
    return now.length !== stored.length || now.some((picture, place) => picture !== stored[place]);
  } catch (error) {
    // No run could use it as it is.
    if (error instanceof UserError) {
      return true;
    }

    throw error;
  }
}
