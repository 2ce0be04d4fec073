import {Buffer} from 'node:buffer';
import test from 'ava';
import type {RunEvent} from '../../src/domain/run-event.js';
import {keptEpochs} from '../../src/protocol/kept-epochs.js';
import {planRun} from '../queue/fixtures/plan-run.js';
import {attemptOf} from './fixtures/events.js';
import {dump, ingestAll, openTemporary} from './fixtures/open-temporary.js';

test('the events of a run become its rows', t => {
  const {store, sql} = openTemporary();
  const run = planRun('row', {epochs: 2});
  store.recordPlan([run]);
  t.like(sql.prepare('SELECT * FROM runs').get(), {status: 'queued', attempts: 0, events_ingested: 0});
  ingestAll(store, run.id, attemptOf([0.5, 0.75]));
  t.like(sql.prepare('SELECT * FROM runs').get(), {
    run_id: run.id, status: 'done', attempts: 1, started_at: '2024-05-01T00:00:00.000Z', ended_at: '2024-05-01T00:00:05.000Z',
    seconds: 10, peak_memory_bytes: 1e9, problem: null, engine: 'tensorflow 2.15.1', device: 'CPU (2 threads)', threads: 2, git_commit: null,
  });
  t.deepEqual(sql.prepare('SELECT epoch, val_accuracy, seconds FROM epochs').raw().all(), [[1, 0.5, 9], [2, 0.75, 3]]);
  t.deepEqual(sql.prepare('SELECT correct FROM epochs WHERE epoch = 1').pluck().get(), Buffer.from([7]));
  const probabilities = sql.prepare('SELECT probabilities FROM predictions').pluck().get() as Buffer;
  t.deepEqual([probabilities.readFloatLE(0), probabilities.readFloatLE(4)], [0.25, 0.75]);
  t.like(sql.prepare('SELECT * FROM artifacts').get(), {kind: 'model-last', path: 'last/model.json', bytes: 12, sha256: 'ab'});
});

test('events that come again, in part or all, change nothing', t => {
  const {store, sql} = openTemporary();
  const run = planRun('row');
  store.recordPlan([run]);
  const events = attemptOf([0.5, 0.6, 0.7]);
  t.deepEqual(ingestAll(store, run.id, events.slice(0, 3)), [true, true, true]);
  t.deepEqual(ingestAll(store, run.id, events), [false, false, false, true, true, true, true]);
  const before = dump(sql);
  t.deepEqual(new Set(ingestAll(store, run.id, events)), new Set([false]));
  t.deepEqual(dump(sql), before);
});

test('a new attempt takes the place of what the earlier one recorded', t => {
  const {store, sql} = openTemporary();
  const run = planRun('row');
  store.recordPlan([run]);
  const failed = attemptOf([0.9, 0.9, 0.9], {status: 'failed'});
  ingestAll(store, run.id, failed);
  t.like(sql.prepare('SELECT * FROM runs').get(), {status: 'failed', problem_code: 'worker-died', problem: 'gone', hint: 'look'});
  const again = attemptOf([0.5], {seq: failed.length, attempt: 2});
  ingestAll(store, run.id, again.slice(0, 1));
  t.like(sql.prepare('SELECT * FROM runs').get(), {status: 'running', attempts: 2, problem: null, seconds: null});
  t.deepEqual(dump(sql).epochs, []);
  t.deepEqual(dump(sql).predictions, []);
  ingestAll(store, run.id, again.slice(1));
  t.deepEqual(sql.prepare('SELECT epoch, val_accuracy FROM epochs').raw().all(), [[1, 0.5]]);
});

test('a database made anew from the same events equals the first', t => {
  const events = [...attemptOf([0.4], {status: 'interrupted'}), ...attemptOf([0.5, 0.6], {seq: 5, attempt: 2})];
  const dumps = [events, [...events, ...events]].map(stream => {
    const {store, sql} = openTemporary();
    const run = planRun('row');
    store.recordPlan([run]);
    ingestAll(store, run.id, stream);
    const {runs, ...others} = dump(sql);
    return {...others, runs: runs!.map(row => ({...row as Record<string, unknown>, queued_at: ''})), experiments: []};
  });
  t.deepEqual(dumps[0], dumps[1]);
});

test('a loss that is no number is stored as none, from the message and from the file', t => {
  const {store, sql} = openTemporary();
  const run = planRun('row');
  store.recordPlan([run]);
  const [started, first, second] = attemptOf([0.5, 0.5]);
  store.ingest(run.id, started!);
  store.ingest(run.id, {...first!, loss: Number.NaN} as RunEvent);
  const line = JSON.stringify({...second, loss: Number.NaN});
  store.ingest(run.id, JSON.parse(line) as RunEvent);
  t.deepEqual(sql.prepare('SELECT loss FROM epochs').pluck().all(), [null, null]);
});

test('an event of a run that was never recorded is a defect, not a silent loss', t => {
  const {store} = openTemporary();
  t.throws(() => store.ingest('nobody-0-00000000', attemptOf([])[0]!), {message: /never recorded/v});
});

test('an attempt that goes on keeps the epochs before, supersedes those behind, and adds its time to theirs', t => {
  const {store, sql} = openTemporary();
  const run = planRun('row');
  store.recordPlan([run]);
  const first = attemptOf([0.1, 0.2, 0.3], {status: 'interrupted', seconds: 10});
  const second = attemptOf([0.1, 0.2, 0.35], {seq: first.length, attempt: 2, seconds: 4}).filter(event => event.type !== 'epoch' || event.epoch === 3);
  const told = [...first, ...second.map((event): RunEvent => {
    if (event.type === 'started') {
      return {...event, resumed: {epoch: 3, step: 2, seconds: 7}, notes: ['a checkpoint was damaged']};
    }

    return event.type === 'epoch' ? {...event, micro_batch: 8} : event;
  })];
  for (const event of told.slice(0, first.length + 1)) {
    store.ingest(run.id, event);
  }

  t.deepEqual(sql.prepare('SELECT epoch, val_accuracy FROM epochs').raw().all(), [[1, 0.1], [2, 0.2]]);
  t.is(store.runRows()[0]!.epochs_done, 2);
  for (const event of told) {
    store.ingest(run.id, event);
  }

  t.deepEqual(sql.prepare('SELECT epoch, val_accuracy FROM epochs').raw().all(), [[1, 0.1], [2, 0.2], [3, 0.35]]);
  t.like(sql.prepare('SELECT * FROM runs').get(), {seconds: 11, attempts: 2, resumed_epoch: 3, notes: '["a checkpoint was damaged"]', micro_batch: 8});
  t.deepEqual([...keptEpochs(told).keys()], [1, 2, 3]);
  t.is(keptEpochs(told).get(3)!.val_accuracy, 0.35);

  // A third attempt begins anew.
  for (const event of attemptOf([0.5], {seq: told.at(-1)!.seq + 1, attempt: 3, seconds: 5})) {
    store.ingest(run.id, event);
  }

  t.deepEqual(sql.prepare('SELECT epoch FROM epochs').pluck().all(), [1]);
  t.like(sql.prepare('SELECT * FROM runs').get(), {seconds: 5, attempts: 3, resumed_epoch: null, notes: null, micro_batch: null});
});
