import {existsSync} from 'node:fs';
import {errors} from '../errors.js';
import {databaseFile} from '../store/database-file.js';
import {isLost} from '../store/is-lost.js';
import {openStore, type Store} from '../store/open-store.js';
import type {Places} from './places.js';

/** The store of the runs folder, for reading; undefined where nothing was run yet. Throws a UserError where it is lost. */
export function findStore({runs}: Places): Store | undefined {
  if (isLost(runs)) {
    throw errors.lostDatabase(runs);
  }

  return existsSync(databaseFile(runs)) ? openStore(runs, {readonly: true}) : undefined;
}

/** The same for commands that show results: throws a UserError where there are none. */
export function openResults(places: Places): Store {
  const store = findStore(places);
  if (!store) {
    throw errors.noResults(places.runs);
  }

  return store;
}
