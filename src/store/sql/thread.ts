import {Buffer} from 'node:buffer';
import fs from 'node:fs';
import {workerData} from 'node:worker_threads';
import type {Database, Statement} from 'better-sqlite3';
import type {SqlValue} from '../../domain/sql-answer.js';
import {openDatabase} from '../../files/open-database.js';
import type {AnswerLine, Question} from './messages.js';

const chunkLength = 65_536;
const pauseMs = 2;
const pause = new Int32Array(new SharedArrayBuffer(4));
let waiting: string[] = [];
let waitingLength = 0;

answer(workerData as Question);

function answer({file, sql}: Question): void {
  let db: Database | undefined;
  try {
    db = openDatabase(file, {readonly: true, fileMustExist: true, timeout: 10_000});
    // No file is written, not even one to sort with.
    db.exec('PRAGMA temp_store = MEMORY');
    const statement = prepare(db, sql);
    print({columns: distinct(statement.columns().map(({name}) => name))});
    for (const row of statement.raw().safeIntegers().iterate() as Iterable<unknown[]>) {
      print(row.map(value => toJson(value)));
    }
  } catch (error) {
    const {message, code} = error as {readonly message: string; readonly code?: unknown};
    print({refused: code === 'ERR_STRING_TOO_LONG' ? 'a value is too large to be shown' : message, code: String(code), names: db ? namesOf(db) : []});
  }

  flush();
}

/** Only what gives rows and changes nothing: `ATTACH` gives none, and a `RETURNING` changes something. */
function prepare(db: Database, sql: string): Statement {
  const statement = db.prepare(sql);
  if (!statement.reader || !statement.readonly) {
    throw new Error('only a query that reads can be asked');
  }

  return statement;
}

/** Columns of the same name are numbered, as SQLite does it within a query. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map(name => {
    let free = name;
    for (let number = 1; taken.has(free); number++) {
      free = `${name}:${number}`;
    }

    taken.add(free);
    return free;
  });
}

function toJson(value: unknown): SqlValue {
  if (typeof value === 'bigint') {
    return Number.isSafeInteger(Number(value)) ? Number(value) : String(value);
  }

  if (Buffer.isBuffer(value)) {
    return {blob: value.toString('hex')};
  }

  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value as SqlValue;
}

function namesOf(db: Database): string[] {
  try {
    return db.prepare<[], string>(`
      SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%'
      UNION SELECT fields.name FROM sqlite_schema AS tables JOIN pragma_table_info(tables.name) AS fields WHERE tables.type IN ('table', 'view')
    `).pluck().all();
  } catch {
    // What could not be read says so itself.
    return [];
  }
}

function print(line: AnswerLine): void {
  const text = `${JSON.stringify(line)}\n`;
  waiting.push(text);
  waitingLength += text.length;
  if (waitingLength > chunkLength) {
    flush();
  }
}

// Not by way of the process' stream, whose queue would grow without end where nobody reads it.
function flush(): void {
  const bytes = Buffer.from(waiting.join(''));
  waiting = [];
  waitingLength = 0;
  for (let at = 0; at < bytes.length;) {
    at += write(bytes, at);
  }
}

// A reader that is slower leaves no room at times, of which a pipe that does not block says so at once.
function write(bytes: Uint8Array, at: number): number {
  try {
    return fs.writeSync(1, bytes, at);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') {
      throw error;
    }

    Atomics.wait(pause, 0, 0, pauseMs);
    return 0;
  }
}
