import fs from 'node:fs';
import type {Database} from 'better-sqlite3';
import {errors} from '../errors.js';
import {makeFolderSync} from '../files/make-folder.js';
import {openDatabase} from '../files/open-database.js';
import {PlanJournal} from '../protocol/plan-journal.js';
import {databaseFile} from './database-file.js';
import {enterWal} from './enter-wal.js';
import {explained} from './explained.js';
import {explainStoreError} from './explain-store-error.js';
import {knownVersion, migrate, versionOf} from './migrate.js';
import {Store} from './store.js';

export type {Store} from './store.js';

/** How the database is opened. */
export type StoreOptions = {
  /**
  Only to look: the database must exist, and nothing is written.
  @default false
  */
  readonly readonly?: boolean;
  /**
  How long a write waits for another program's.
  @default 10_000
  */
  readonly busyTimeoutMs?: number;
};

/**
Opens `ablate.db` in a runs folder, and makes both where they are missing. Throws a UserError where that cannot be, or
where the file is no database of ablate or one of a newer ablate.
*/
export function openStore(runsFolder: string, {readonly = false, busyTimeoutMs = 10_000}: StoreOptions = {}): Store {
  const file = databaseFile(runsFolder);
  if (readonly && !fs.existsSync(file)) {
    throw errors.noResults(runsFolder);
  }

  let db: Database | undefined;
  try {
    if (!readonly) {
      makeFolderSync(runsFolder);
    }

    db = connect(file, {readonly, busyTimeoutMs});
    return explained(new Store(db, new PlanJournal(runsFolder)), file);
  } catch (error) {
    db?.close();
    throw explainStoreError(error, file);
  }
}

function connect(file: string, {readonly, busyTimeoutMs}: Required<StoreOptions>): Database {
  const db = openDatabase(file, {readonly, timeout: busyTimeoutMs});
  try {
    const version = versionOf(db);
    if (version > knownVersion) {
      throw errors.newerDatabase(file, version, knownVersion);
    }

    if (readonly && version < knownVersion) {
      // An older database, or an empty file: bring it up to date, then look.
      connect(file, {readonly: false, busyTimeoutMs}).close();
    }

    if (!readonly) {
      enterWal(db, busyTimeoutMs);
      // Every event is on disk in its run's folder before it comes here, so a power cut loses nothing for good.
      db.exec('PRAGMA synchronous = NORMAL');
      migrate(db);
    }

    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
