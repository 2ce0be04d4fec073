import {existsSync, readdirSync, statSync} from 'node:fs';
import path from 'node:path';
import {datasetPlaces} from '../../dataset/find-dataset.js';
import type {BoardSplit} from '../../store/queries/board-splits.js';
import type {Store} from '../../store/open-store.js';
import type {Places} from '../places.js';

/**
The ids of those splits whose data set has other pictures now. A data set is looked at picture by picture only where a folder of it was changed
since, which files that come, go or are replaced do; one that is not here is as it was.
*/
export async function changedData(splits: readonly BoardSplit[], store: Store, places: Places): Promise<Set<string>> {
  const changed = new Set<string>();
  for (const split of splits) {
    const root = rootOf(split.dataset, places);
    if (root !== undefined && isFolderChanged(root, split.plannedAt) && await hasOtherPictures(split, store, places)) {
      changed.add(split.splitId);
    }
  }

  return changed;
}

function rootOf(dataset: BoardSplit['dataset'], places: Places): string | undefined {
  const looked = typeof dataset === 'string' ? datasetPlaces(dataset, places) : [dataset.path];
  return looked.find(place => existsSync(place));
}

/** The folder of a class, or of all classes, has a new time where a file in it does not only hold other bytes. */
function isFolderChanged(root: string, plannedAt: string): boolean {
  const classes = readdirSync(root, {withFileTypes: true}).filter(entry => entry.isDirectory()).map(({name}) => path.join(root, name));
  return [root, ...classes].some(folder => statSync(folder).mtimeMs > Date.parse(plannedAt));
}

async function hasOtherPictures({splitId, dataset}: BoardSplit, store: Store, places: Places): Promise<boolean> {
  const {findDataset} = await import('../../dataset/find-dataset.js');
  const {digestPictures} = await import('../../dataset/digest-pictures.js');
  const stored = new Map(store.splitPictures(splitId).map(picture => [picture.path, picture.digest]));
  const now = await digestPictures(await findDataset(dataset, places), places.cache);
  return now.length !== stored.size || now.some(picture => stored.get(picture.path) !== picture.digest);
}
