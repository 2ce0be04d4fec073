import fs from 'node:fs';
import path from 'node:path';
import Sqlite, {type Database} from 'better-sqlite3';
import {errors} from '../errors.js';
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
};

const busyTimeoutMs = 10_000;

/**
Opens `ablate.db` in a runs folder, and makes both where they are missing. Throws a UserError where that cannot be, or
where the file is no database of ablate or one of a newer ablate.
*/
export function openStore(runsFolder: string, {readonly = false}: StoreOptions = {}): Store {
  const file = path.join(runsFolder, 'ablate.db');
  if (readonly && !fs.existsSync(file)) {
    throw errors.noResults(runsFolder);
  }

  let db: Database | undefined;
  try {
    if (!readonly) {
      fs.mkdirSync(runsFolder, {recursive: true});
    }

    db = connect(file, readonly);
    return new Store(db);
  } catch (error) {
    db?.close();
    throw explain(error, runsFolder, file);
  }
}

function connect(file: string, readonly: boolean): Database {
  const db = new Sqlite(file, {readonly, timeout: busyTimeoutMs});
  try {
    const version = versionOf(db);
    if (version > knownVersion) {
      throw errors.newerDatabase(file, version, knownVersion);
    }

    if (readonly && version < knownVersion) {
      // An older database, or an empty file: bring it up to date, then look.
      connect(file, false).close();
    }

    if (!readonly) {
      db.pragma('journal_mode = WAL');
      // Every event is on disk in its run's folder before it comes here, so a power cut loses nothing for good.
      db.pragma('synchronous = NORMAL');
      db.pragma('foreign_keys = ON');
      migrate(db);
    }

    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function explain(error: unknown, runsFolder: string, file: string): unknown {
  const code = String((error as {code?: unknown}).code);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT')) {
    return errors.notADatabase(file, error);
  }

  const isOfTheSystem = typeof (error as NodeJS.ErrnoException).syscall === 'string';
  return isOfTheSystem || /^SQLITE_(?:CANTOPEN|READONLY|IOERR|PERM|FULL|BUSY)/v.test(code) ? errors.cannotWriteRuns(runsFolder, error) : error;
}
