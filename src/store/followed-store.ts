import fs from 'node:fs';
import {errors} from '../errors.js';
import {databaseFile} from './database-file.js';
import {explainStoreError} from './explain-store-error.js';
import {isLost} from './is-lost.js';
import {knownVersion} from './migrate.js';
import {openStore, type Store} from './open-store.js';

/** A store as it is now, and a mark that is another one once anything in it may have changed. */
export type StoreNow = {readonly store: Store; readonly mark: string};

/** The database of a runs folder for who looks for hours: it may come later, be made anew, or be brought up to date by somebody else meanwhile. */
export class FollowedStore {
  readonly #runsFolder: string;
  #store: Store | undefined;
  #inode: number | undefined;
  #opened = 0;

  constructor(runsFolder: string) {
    this.#runsFolder = runsFolder;
  }

  /** The store for reading; undefined where nothing was run yet. Throws a UserError where it is lost or cannot be read. */
  now(): StoreNow | undefined {
    const file = databaseFile(this.#runsFolder);
    try {
      return this.#look(fs.statSync(file, {throwIfNoEntry: false})?.ino);
    } catch (error) {
      throw explainStoreError(error, file);
    }
  }

  close(): void {
    this.#store?.close();
    this.#store = undefined;
  }

  #look(inode: number | undefined): StoreNow | undefined {
    if (this.#store && (inode !== this.#inode || this.#store.version() !== knownVersion)) {
      this.close();
    }

    this.#store ??= this.#open(inode);
    return this.#store && {store: this.#store, mark: `${this.#opened}.${this.#store.changes()}`};
  }

  #open(inode: number | undefined): Store | undefined {
    if (isLost(this.#runsFolder)) {
      throw errors.lostDatabase(this.#runsFolder);
    }

    if (inode === undefined) {
      return undefined;
    }

    this.#inode = inode;
    this.#opened++;
    return openStore(this.#runsFolder, {readonly: true});
  }
}
