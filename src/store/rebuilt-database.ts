import fs from 'node:fs';
import type {Database} from 'better-sqlite3';
import type {PlanRecord} from '../domain/plan-record.js';
import type {RunAnswers} from '../domain/run-answers.js';
import type {RunEvent} from '../domain/run-event.js';
import type {StoredScores} from '../domain/stored-scores.js';
import {errors} from '../errors.js';
import {openDatabase} from '../files/open-database.js';
import {applyPlan} from './apply-plan.js';
import {databaseFile} from './database-file.js';
import {explainStoreError} from './explain-store-error.js';
import {type Ingest, prepareIngestWithin} from './ingest-event.js';
import {migrate} from './migrate.js';
import {runAnswers} from './queries/run-answers.js';
import {recordScores, unscoredRuns} from './record-scores.js';
import {replaceDatabase} from './replace-database.js';

/** A database that is made aside, of plans and events, to take the place of one that is lost or damaged. Only for who has the folder alone. */
export class RebuiltDatabase {
  readonly #runsFolder: string;
  readonly #file: string;
  readonly #db: Database;
  readonly #ingest: Ingest;
  readonly #inode: number;

  constructor(runsFolder: string) {
    this.#runsFolder = runsFolder;
    this.#file = `${databaseFile(runsFolder)}.rebuilt`;
    this.#db = this.#explained(() => begin(this.#file));
    this.#ingest = prepareIngestWithin(this.#db);
    this.#inode = fs.statSync(this.#file).ino;
  }

  /** Takes in a plan, or gives why it cannot be: that it contradicts itself, or what came before it. Nothing of it stays then. */
  addPlan(plan: PlanRecord): string | undefined {
    return this.#explained(() => {
      try {
        this.#db.transaction(() => {
          applyPlan(this.#db, plan);
        })();
        return undefined;
      } catch (error) {
        if (String((error as {code?: unknown}).code).startsWith('SQLITE_CONSTRAINT')) {
          return `contradicts what was planned before it (${(error as Error).message})`;
        }

        throw error;
      }
    });
  }

  addEvents(runId: string, events: readonly RunEvent[]): void {
    this.#explained(() => {
      for (const event of events) {
        this.#ingest(runId, event);
      }
    });
  }

  /** The runs of the plans that were taken in, oldest first, and their fingerprints. */
  runs(): ReadonlyMap<string, string> {
    return new Map(this.#db.prepare<[], [string, string]>('SELECT run_id, fingerprint FROM runs ORDER BY rowid').raw().all());
  }

  /** What the scores of a run that is done are made of. */
  runAnswers(runId: string): RunAnswers {
    return this.#explained(() => runAnswers(this.#db, runId));
  }

  /** The finished runs without scores of this version, oldest first. */
  unscoredRuns(version: number): readonly string[] {
    return this.#explained(() => unscoredRuns(this.#db, version));
  }

  recordScores(runId: string, scores: StoredScores, version: number): void {
    this.#explained(() => {
      recordScores(this.#db, runId, scores, version);
    });
  }

  get epochs(): number {
    return this.#db.prepare<[], number>('SELECT count(*) FROM epochs').pluck().get()!;
  }

  /** Forgets what was taken in. */
  startOver(): void {
    this.#db.exec('ROLLBACK');
    this.#db.exec('BEGIN');
  }

  /** Looks whether it is whole, and puts it in place unless `ensureAlone` throws. Gives the name under which an old one is kept. */
  finish(ensureAlone?: () => void): string | undefined {
    return this.#explained(() => {
      this.#db.exec('COMMIT');
      const problem = this.#db.prepare<[], string>('PRAGMA integrity_check').pluck().get();
      if (problem !== 'ok') {
        throw errors.cannotWriteRuns(this.#runsFolder, new Error(`the database that was made anew is damaged: ${problem}`));
      }

      this.#db.exec('PRAGMA journal_mode = WAL');
      this.#db.close();
      ensureAlone?.();
      return replaceDatabase(this.#file, databaseFile(this.#runsFolder));
    });
  }

  /** Takes away what was made so far, unless somebody who has the folder by now makes theirs in its place. */
  discard(): void {
    this.#db.close();
    if (fs.statSync(this.#file, {throwIfNoEntry: false})?.ino === this.#inode) {
      remove(this.#file);
    }
  }

  #explained<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      throw explainStoreError(error, this.#file);
    }
  }
}

/** An empty database, in the midst of its one transaction. A file that a killed process left is taken away. */
function begin(file: string): Database {
  remove(file);
  const db = openDatabase(file, {});
  // It is put on disk as a whole before anybody relies on it.
  db.exec('PRAGMA synchronous = OFF');
  db.exec('PRAGMA journal_mode = MEMORY');
  db.exec('PRAGMA cache_size = -65536');
  migrate(db);
  db.exec('BEGIN');
  return db;
}

function remove(file: string): void {
  for (const each of [file, `${file}-journal`, `${file}-wal`, `${file}-shm`]) {
    fs.rmSync(each, {force: true});
  }
}
