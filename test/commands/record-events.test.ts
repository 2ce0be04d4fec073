import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import test from 'ava';
import {recordEvents} from '../../src/commands/record-events.js';
import {openStore} from '../../src/store/open-store.js';
import {planRun} from '../queue/fixtures/plan-run.js';
import {attemptOf} from '../store/fixtures/events.js';
import {makeFolder} from '../store/fixtures/open-temporary.js';

test('events that come while another program holds the database are told of once, wait, and are written in order', t => {
  const runsFolder = makeFolder();
  const store = openStore(runsFolder, {busyTimeoutMs: 20});
  const run = planRun('row');
  store.recordPlan([run]);
  const troubles: string[] = [];
  const recorder = recordEvents(store, error => {
    troubles.push(error.message);
  });
  const [first, ...rest] = attemptOf([0.5, 0.6]);
  recorder.record(run.id, first!);

  const other = new Sqlite(path.join(runsFolder, 'ablate.db'));
  other.exec('BEGIN IMMEDIATE');
  recorder.record(run.id, rest[0]!);
  recorder.record(run.id, rest[1]!);
  t.is(troubles.length, 1);
  t.regex(troubles[0]!, /cannot be opened or written \(another program holds it\)/v);
  t.throws(() => {
    recorder.finish();
  }, {message: /another program/v});
  t.is(store.runRows()[0]!.epochs_done, 0);

  other.exec('ROLLBACK');
  for (const event of rest.slice(2)) {
    recorder.record(run.id, event);
  }

  recorder.finish();
  t.like(store.runRows()[0], {status: 'done', epochs_done: 2, val_accuracy: 0.6});
});

test('events that wait are tried again although no other comes', async t => {
  const runsFolder = makeFolder();
  const store = openStore(runsFolder, {busyTimeoutMs: 20});
  const run = planRun('row');
  store.recordPlan([run]);
  const recorder = recordEvents(store, () => undefined, 50);
  const other = new Sqlite(path.join(runsFolder, 'ablate.db'));
  other.exec('BEGIN IMMEDIATE');
  for (const event of attemptOf([0.5, 0.6])) {
    recorder.record(run.id, event);
  }

  t.is(store.runRows()[0]!.epochs_done, 0);
  other.exec('ROLLBACK');
  for (let tries = 0; tries < 100 && store.runRows()[0]!.status !== 'done'; tries++) {
    await sleep(50);
  }

  t.like(store.runRows()[0], {status: 'done', epochs_done: 2});
});

test('an event that cannot be is a defect', t => {
  const store = openStore(makeFolder());
  const recorder = recordEvents(store, () => undefined);
  t.throws(() => {
    recorder.record('nobody-0-12345678', attemptOf([0.5])[0]!);
  }, {message: /never recorded/v});
});
