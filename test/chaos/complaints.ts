import fs from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import type {RunEvent} from '../../src/domain/run-event.js';
import {readEvents} from '../../src/protocol/read-events.js';
import {RunFolder} from '../../src/protocol/run-folder.js';
import {heldRuns} from '../../src/queue/held-runs.js';
import {runIdsOf} from './record.js';
import type {SweepPlace} from './world.js';

/** What is wrong with what a sweep left, in words, whatever another one left. */
export function complaintsOf(place: SweepPlace): string[] {
  return [
    ...runIdsOf(place).flatMap(runId => complainOfRun(new RunFolder(place.runs, runId)).map(words => `${runId}: ${words}`)),
    ...complainOfDatabase(place),
    ...complainOfQueue(place),
  ];
}

function complainOfRun(folder: RunFolder): string[] {
  const {events, damaged, tornBytes} = readEvents(folder.events);
  const dones = events.filter(event => event.type === 'ended' && event.status === 'done');
  const attempts = events.flatMap(event => event.type === 'started' ? [event.attempt] : []);
  return [
    ...damaged.map(({line, reason}) => `line ${line} of its events is ${reason}`),
    ...tornBytes > 0 ? ['its last event is torn'] : [],
    ...events.some(({seq}, index) => seq !== index) ? ['a number is left out among its events'] : [],
    ...dones.length > 1 ? [`it was done ${dones.length} times`] : [],
    ...dones.length > 0 && fs.existsSync(folder.checkpoints) ? ['it is done, and has checkpoints still'] : [],
    ...events.at(-1)?.type === 'ended' ? [] : ['its last event is not its end'],
    ...attempts.some((attempt, index) => attempt !== index + 1) ? [`its attempts are numbered ${attempts.join(' ')}`] : [],
    ...complainOfBounds(events),
  ];
}

/** Attempts that overlap: one writer at a time would not leave that. */
function complainOfBounds(events: readonly RunEvent[]): string[] {
  const bounds = events.filter(({type}) => type === 'started' || type === 'ended').map(({type}) => type);
  return bounds.some((type, index) => type === 'started' && bounds[index + 1] !== 'ended') ? ['an attempt began in another'] : [];
}

function complainOfDatabase(place: SweepPlace): string[] {
  const db = new Database(path.join(place.runs, 'ablate.db'), {readonly: true});
  try {
    const taken = new Map(db.prepare<[], [string, number]>('SELECT run_id, events_ingested FROM runs').raw().all());
    return [
      ...complainOfPragmas(db),
      ...runIdsOf(place)
        .filter(runId => taken.get(runId) !== readEvents(new RunFolder(place.runs, runId).events).nextSeq)
        .map(runId => `${runId}: of its events ${taken.get(runId)} are in the database`),
    ];
  } finally {
    db.close();
  }
}

function complainOfQueue({runs}: SweepPlace): string[] {
  const file = path.join(runs, 'queue.db');
  if (!fs.existsSync(file)) {
    return [];
  }

  const db = new Database(file);
  try {
    // A lease whose host died as its run was done stays, and binds nobody.
    return [...complainOfPragmas(db), ...[...heldRuns(runs).keys()].map(runId => `${runId}: its lease is held still`)];
  } finally {
    db.close();
  }
}

function complainOfPragmas(db: Database.Database): string[] {
  const integrity = db.pragma('integrity_check', {simple: true});
  const strays = db.pragma('foreign_key_check') as unknown[];
  return [
    ...integrity === 'ok' ? [] : [`${path.basename(db.name)} is damaged: ${String(integrity)}`],
    ...strays.length === 0 ? [] : [`${path.basename(db.name)} has ${strays.length} rows that refer to none`],
  ];
}
