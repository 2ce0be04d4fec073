import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {datasetPlaces} from '../../dataset/find-dataset.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import {UserError} from '../../errors.js';
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
Those of the results whose data set has other pictures now. A data set is looked at picture by picture only where a folder of it was changed
since, which files that come, go or are replaced do; one that is not here is as it was.
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
  return root !== undefined && isFolderNewer(root, Date.parse(plannedAt)) && hasOtherPictures(splitId, dataset, store, places);
}

function rootOf(dataset: ExperimentConfig['dataset'], places: Places): string | undefined {
  const looked = typeof dataset === 'string' ? datasetPlaces(dataset, places) : [dataset.path];
  return looked.find(place => existsSync(place));
}

/** The folder of a class, or of all classes, has a new time where a file in it does not only hold other bytes. */
function isFolderNewer(root: string, time: number): boolean {
  try {
    const classes = readdirSync(root, {withFileTypes: true}).filter(entry => entry.isDirectory()).map(({name}) => path.join(root, name));
    return [root, ...classes].some(folder => statSync(folder).mtimeMs > time);
  } catch {
    // What is no folder any more, or may not be read, is looked at as a data set, which tells.
    return true;
  }
}

async function hasOtherPictures(splitId: string, dataset: ExperimentConfig['dataset'], store: Store, places: Places): Promise<boolean> {
  const {findDataset} = await import('../../dataset/find-dataset.js');
  const {digestPictures} = await import('../../dataset/digest-pictures.js');
  const stored = new Map(store.splitPictures(splitId).map(picture => [picture.path, picture.digest]));
  try {
    const now = await digestPictures(await findDataset(dataset, places), places.cache);
    return now.length !== stored.size || now.some(picture => stored.get(picture.path) !== picture.digest);
  } catch (error) {
    // No run could use it as it is.
    if (error instanceof UserError) {
      return true;
    }

    throw error;
  }
}
