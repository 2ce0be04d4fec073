import fs from 'node:fs';
import Sqlite, {type Database, type Options, type Statement} from 'better-sqlite3';

// From Node 24.19 on, an addon compiled with Node's headers aborts the process when one of its objects is collected as
// garbage while no script runs. So no statement and no database ever becomes garbage.
const kept: Database[] = [];

/** Opens a database that prepares each statement once, and keeps it for as long as the process lives. */
export function openDatabase(file: string, options: Options): Database {
  ensureFile(file);
  const db = new Sqlite(file, options);
  const prepare = db.prepare.bind(db);
  const statements = new Map<string, Statement>();
  db.prepare = ((sql: string) => {
    const statement = statements.get(sql) ?? prepare(sql);
    statements.set(sql, statement);
    return statement;
  }) as Database['prepare'];
  kept.push(db);
  return db;
}

// SQLite would wait for whoever writes to a pipe.
function ensureFile(file: string): void {
  if (fs.statSync(file, {throwIfNoEntry: false})?.isFile() === false) {
    throw Object.assign(new Error('it is no file'), {code: 'SQLITE_NOTADB'});
  }
}
