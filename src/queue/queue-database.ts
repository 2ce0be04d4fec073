import fs from 'node:fs';
import path from 'node:path';
import type {Database} from 'better-sqlite3';
import {errors} from '../errors.js';
import {openDatabase} from '../files/open-database.js';
import {explainQueueError} from './explain-queue-error.js';
import {isDamage} from './is-damage.js';

// Who is at work now, and what was asked of them. No result is here: without this file runs would only be unguarded.
const schema = `
CREATE TABLE IF NOT EXISTS leases (
  run_id TEXT PRIMARY KEY,
  token TEXT NOT NULL,           -- another one each time that a lease is taken
  machine TEXT NOT NULL,
  host_pid INTEGER NOT NULL,
  host_started TEXT NOT NULL,    -- tells a process from a later one with its number
  worker_pid INTEGER,
  worker_started TEXT,
  beat INTEGER NOT NULL          -- counts up as long as the host lives
) STRICT;

-- What was asked of whoever is at work, in order. It is heard once; what must last is in a run's events.
CREATE TABLE IF NOT EXISTS wishes (
  wish_id INTEGER PRIMARY KEY AUTOINCREMENT,
  run_id TEXT NOT NULL,
  wish TEXT NOT NULL CHECK (wish IN ('cancel', 'retry'))
) STRICT;

-- One row where no run is to begin.
CREATE TABLE IF NOT EXISTS paused (paused INTEGER PRIMARY KEY CHECK (paused = 1)) STRICT;
`;
const version = 1;

/**
`queue.db` of a runs folder: short-lived state that hosts share. A file that is lost or damaged is made anew. It has a rollback
journal, since a write-ahead log cannot be shared between machines.
*/
export class QueueDatabase {
  /** Opens the database, and makes it where it is missing. Throws a UserError where that cannot be, and for one of a newer ablate. */
  static open(runsFolder: string): QueueDatabase {
    const database = new QueueDatabase(path.join(runsFolder, 'queue.db'));
    try {
      database.transact(() => undefined);
      return database;
    } catch (error) {
      throw explainQueueError(error, runsFolder);
    }
  }

  /** Only where there is one. */
  static ofFolder(runsFolder: string): QueueDatabase | undefined {
    const file = path.join(runsFolder, 'queue.db');
    return fs.existsSync(file) ? new QueueDatabase(file) : undefined;
  }

  /** Counts how often the file was opened: one that was made anew knows nothing of what was written before. */
  generation = 0;
  /** Whether there was none, or a damaged one, when it was opened or since: whoever was in it is not in this one before the next beat. */
  wasMade = false;
  readonly #file: string;
  #db: Database | undefined;
  #inode: number | undefined;

  private constructor(file: string) {
    this.#file = file;
  }

  /**
  Does something in one transaction, of which there is one at a time over all hosts; within one, as a part of it. Throws what SQLite says
  where it cannot be.
  */
  transact<Result>(work: (db: Database) => Result): Result {
    if (this.#db?.inTransaction) {
      return work(this.#db);
    }

    try {
      return this.#connect().transaction(work).immediate(this.#db!);
    } catch (error) {
      if (!isDamage(error)) {
        throw error;
      }

      this.close();
      fs.rmSync(`${this.#file}-journal`, {force: true});
      fs.rmSync(this.#file, {force: true});
      return this.#connect().transaction(work).immediate(this.#db!);
    }
  }

  /** Reads without keeping anybody from writing. */
  read<Result>(work: (db: Database) => Result): Result {
    return work(this.#connect());
  }

  close(): void {
    this.#db?.close();
    this.#db = undefined;
  }

  // Somebody may have deleted the file, or made it anew: what is written to the old one reaches nobody.
  #connect(): Database {
    const inode = inodeOf(this.#file);
    if (this.#db && inode !== undefined && inode === this.#inode) {
      return this.#db;
    }

    this.close();
    this.#db = openDatabase(this.#file, {timeout: busyTimeoutMs});
    // A crash of the system may damage the file, and then it is made anew.
    this.#db.exec('PRAGMA synchronous = OFF');
    this.wasMade = prepare(this.#db, this.#file) || this.wasMade;
    this.#inode = inodeOf(this.#file);
    this.generation++;
    return this.#db;
  }
}

// Hosts write for a moment each; a longer wait would hold up the progress of all runs.
const busyTimeoutMs = 2000;

/** Gives whether the database was empty. */
function prepare(db: Database, file: string): boolean {
  const found = db.prepare<[], number>('PRAGMA user_version').pluck().get()!;
  if (found > version) {
    throw errors.newerDatabase(file, found, version);
  }

  if (found < version) {
    db.transaction(() => {
      db.exec(schema);
      db.exec(`PRAGMA user_version = ${version}`);
    }).immediate();
  }

  return found === 0;
}

function inodeOf(file: string): number | undefined {
  return fs.statSync(file, {throwIfNoEntry: false})?.ino;
}
