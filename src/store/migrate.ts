import type {Database} from 'better-sqlite3';
import {first} from './migrations/0001-first.js';
import {features} from './migrations/0002-features.js';
import {resume} from './migrations/0003-resume.js';
import {cancelled} from './migrations/0004-cancelled.js';
import {scores} from './migrations/0005-scores.js';
import {answers} from './migrations/0006-answers.js';
import {seedsOnce} from './migrations/0007-seeds-once.js';
import {fewerLooks} from './migrations/0008-fewer-looks.js';

/** What brings a database from each version, counted from 0, to the next. Never changed once released, only added to. */
const migrations: ReadonlyArray<string | ((db: Database) => void)> = [first, features, resume, cancelled, scores, answers, seedsOnce, fewerLooks];

/** The version that this ablate reads and writes. */
export const knownVersion = migrations.length;

/** SQLite's `user_version`: how many migrations the database has seen. */
export function versionOf(db: Database): number {
  return db.prepare<[], number>('PRAGMA user_version').pluck().get()!;
}

/** Brings a database up to the known version; of two processes that try at once the second finds it done. */
export function migrate(db: Database): void {
  // A migration may make a table anew, which must not take with it what refers to it; its triggers go all the same.
  db.exec('PRAGMA foreign_keys = OFF');
  db.transaction(() => {
    for (let version = versionOf(db); version < knownVersion; version++) {
      const migration = migrations[version]!;
      if (typeof migration === 'string') {
        db.exec(migration);
      } else {
        migration(db);
      }

      db.exec(`PRAGMA user_version = ${version + 1}`);
    }
  }).immediate();
  db.exec('PRAGMA foreign_keys = ON');
}
