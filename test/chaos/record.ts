import {spawnSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type {EndedEvent, RunEvent} from '../../src/domain/run-event.js';
import {keptEpochs} from '../../src/protocol/kept-epochs.js';
import {readEvents} from '../../src/protocol/read-events.js';
import {RunFolder} from '../../src/protocol/run-folder.js';
import type {SweepPlace} from './world.js';

/** All that a sweep leaves, as it must be whatever happened to it: without times, and without how often it was begun. */
export type SweepRecord = {
  /** By run: epochs, answers, artifacts and end, as the events say. */
  readonly events: object;
  /** SHA-256 of every file by its path but for checkpoints, which tell times; null of other files that do. */
  readonly files: Readonly<Record<string, string | null>>;
  /** Rows by table. */
  readonly database: object;
  readonly board: unknown;
};

export function readRecord(place: SweepPlace): SweepRecord {
  return {
    events: Object.fromEntries(runIdsOf(place).map(runId => [runId, historyOf(readEvents(new RunFolder(place.runs, runId).events).events)])),
    files: digestFiles(place.runs),
    database: readTables(path.join(place.runs, 'ablate.db')),
    board: readBoard(place),
  };
}

/** The runs that have a folder. */
export function runIdsOf({runs}: SweepPlace): string[] {
  return fs.readdirSync(runs).filter(name => fs.existsSync(path.join(runs, name, 'run.json'))).toSorted();
}

function historyOf(events: readonly RunEvent[]): object {
  const attempt = events.slice(events.findLastIndex(({type}) => type === 'started'));
  const ended = events.at(-1) as EndedEvent | undefined;
  return {
    epochs: [...keptEpochs(events).values()].map(epoch => withoutTimes(epoch)),
    left: attempt.filter(({type}) => type === 'predictions' || type === 'artifact').map(event => withoutTimes(event)),
    status: ended?.status,
    problem: ended?.problem,
  };
}

// What tells of times and attempts, and the databases, which are looked into.
const telling = /\/(?:events\.jsonl|log\.txt)$|^(?:(?:ablate|queue)\.db|plans\.jsonl)$/v;

// Hosts of several machines write there, so that nobody knows for an hour whether such a file is still being written.
const unfinishedSplit = /^splits\/.*\.part$/v;

function digestFiles(folder: string): Record<string, string | null> {
  const names = fs.readdirSync(folder, {recursive: true, withFileTypes: true})
    .filter(entry => entry.isFile() && path.basename(entry.parentPath) !== 'checkpoint')
    .map(({parentPath, name}) => path.relative(folder, path.join(parentPath, name)))
    .filter(name => !unfinishedSplit.test(name))
    .toSorted();
  return Object.fromEntries(names.map(name => [name, telling.test(name) ? null : sha256(path.join(folder, name))]));
}

function sha256(file: string): string {
  return createHash('sha256').update(fs.readFileSync(file)).digest('hex');
}

// What differs from time to time, and from attempt to attempt.
const passing = 'seq at created_at queued_at started_at ended_at seconds earlier_seconds pictures_per_second peak_memory_bytes attempts resumed_epoch events_ingested';
const times = new Set(passing.split(' '));

/** Every table of a database, its rows in an order of their own; `exactly`, with all that tells of times and attempts. */
export function readTables(file: string, {exactly = false} = {}): object {
  const db = new Database(file, {readonly: true});
  try {
    const tables = db.prepare<[], string>('SELECT name FROM sqlite_schema WHERE type = \'table\' AND name NOT LIKE \'sqlite_%\' ORDER BY name').pluck().all();
    return Object.fromEntries(tables.map(table => [table, db.prepare<[], object>(`SELECT * FROM ${table}`).all().map(row => exactly ? JSON.stringify(row) : withoutTimes(row)).toSorted()]));
  } finally {
    db.close();
  }
}

/** As text, which sorts. */
function withoutTimes(row: object): string {
  return JSON.stringify(row, (key, value: unknown) => times.has(key) ? undefined : value);
}

function readBoard(place: SweepPlace): unknown {
  const {file, args, options} = place.call('board', '--json');
  const {stdout} = spawnSync(file, args, {...options, encoding: 'utf8'});
  return JSON.parse(stdout, (key, value: unknown) => key === 'seconds' ? undefined : value);
}
