import {spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as wait} from 'node:timers/promises';
import test from 'ava';
import {readEvents} from '../../src/protocol/read-events.js';
import {RunFolder} from '../../src/protocol/run-folder.js';
import {BeatWatch} from '../../src/queue/beat-watch.js';
import {heldRuns} from '../../src/queue/held-runs.js';
import {identifyProcess, isRunning} from '../../src/queue/identify-process.js';
import {type Lease, readLeases, writeLease} from '../../src/queue/lease.js';
import {LeaseBook} from '../../src/queue/lease-book.js';
import {QueueDatabase} from '../../src/queue/queue-database.js';
import {recoverRun} from '../../src/queue/recover-run.js';
import {thisMachine} from '../../src/queue/this-machine.js';
import {attemptOf} from '../store/fixtures/events.js';
import {planRun} from './fixtures/plan-run.js';
import {killHost, startHost} from './fixtures/start-host.js';
import {makeFolder, optionsFor, sweep} from './fixtures/sweep.js';

const foreign: Lease = {runId: 'run', token: 'foreign', machine: 'another-machine', host: {pid: 1, started: 'then'}, beat: 7};

function openBook(folder = makeFolder(), expiryMs?: number): LeaseBook {
  return new LeaseBook(QueueDatabase.open(folder), expiryMs);
}

function write(book: LeaseBook, lease: Lease): void {
  book.database.transact(db => {
    writeLease(db, lease);
  });
}

test('a lease has one holder at a time', t => {
  const folder = makeFolder();
  const [first, second] = [openBook(folder), openBook(folder)];
  t.is(first.take('run').kind, 'taken');
  t.like(second.take('run'), {kind: 'held', holder: {host: {pid: process.pid}}});
  t.is(second.take('other').kind, 'taken');
  t.deepEqual([...heldRuns(folder).keys()].toSorted(), ['other', 'run']);
  first.release('run');
  t.is(second.take('run').kind, 'taken');
});

test('a later process with a dead host\'s number does not keep its lease', t => {
  const book = openBook();
  write(book, {...foreign, machine: thisMachine(), host: {pid: process.pid, started: 'another start'}});
  t.like(book.take('run'), {kind: 'taken', fromAfar: false});
});

test('the lease of another machine is taken once its beat stood still for long enough while it was looked at', t => {
  let now = 0;
  const watch = new BeatWatch(30_000, () => now);
  let lease = foreign;
  const passSeconds = (seconds: number) => {
    for (let second = 0; second < seconds; second += 2) {
      now += 2000;
      watch.look([lease]);
    }
  };

  t.false(watch.hasExpired(lease), 'never seen');
  passSeconds(30);
  t.false(watch.hasExpired(lease));
  lease = {...lease, beat: lease.beat + 1};
  passSeconds(30);
  t.false(watch.hasExpired(lease), 'it had moved on');
  // This computer sleeps, or nobody reaches the database.
  now += 3_600_000;
  watch.look([lease]);
  t.true(watch.hasExpired(lease));
  t.false(watch.hasExpired({...lease, token: 'another'}));

  const asleep = new BeatWatch(30_000, () => now);
  asleep.look([lease]);
  now += 3_600_000;
  asleep.look([lease]);
  t.false(asleep.hasExpired(lease), 'an hour in which nobody looked says nothing');
});

test('whoever has a lease of another machine\'s waits, then takes it from afar', async t => {
  const book = openBook(makeFolder(), 200);
  write(book, foreign);
  t.is(book.take('run').kind, 'held');
  for (let look = 0; look < 20; look++) {
    book.look();
    await wait(20);
  }

  t.like(book.take('run'), {kind: 'taken', fromAfar: true});
});

test('a host that slept notices that its lease was taken over, also when it is free again', t => {
  const folder = makeFolder();
  const sleeper = openBook(folder);
  sleeper.take('taken');
  sleeper.take('given-back');
  sleeper.take('kept');
  write(sleeper, {...foreign, runId: 'taken'});
  sleeper.database.transact(db => db.prepare('DELETE FROM leases WHERE run_id = \'given-back\'').run());
  t.deepEqual(['taken', 'given-back', 'kept'].map(runId => sleeper.isMine(runId)), [false, false, true]);
  t.deepEqual(sleeper.beat().toSorted(), ['given-back', 'taken']);
  sleeper.release('taken');
  t.is(heldRuns(folder).get('taken')?.token, 'foreign', 'what is another\'s is not given back');
});

test('leases outlive their database', t => {
  const folder = makeFolder();
  const book = openBook(folder);
  book.take('run');
  fs.rmSync(path.join(folder, 'queue.db'));
  t.true(book.isMine('run'));
  t.deepEqual(book.beat(), []);
  t.is(openBook(folder).take('run').kind, 'held');

  fs.rmSync(path.join(folder, 'queue.db'));
  t.is(openBook(folder).take('run').kind, 'taken');
  t.deepEqual(book.beat(), ['run'], 'somebody was quicker');
});

test('a damaged database is made anew', t => {
  const folder = makeFolder();
  fs.writeFileSync(path.join(folder, 'queue.db'), 'no database'.repeat(100));
  const book = openBook(folder);
  t.is(book.take('run').kind, 'taken');
  t.is(book.database.read(db => readLeases(db)).length, 1);
});

test('a process is told from a later one with the same number', async t => {
  const me = identifyProcess(process.pid)!;
  t.true(isRunning(me));
  t.false(isRunning({...me, started: `${me.started}0`}));
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const identity = identifyProcess(child.pid!)!;
  t.true(isRunning(identity));
  child.kill('SIGKILL');
  await once(child, 'exit');
  t.false(isRunning(identity), 'also before it is waited for');
});

test('a run that another live host trains is waited for, and taken over when that host dies', async t => {
  const runsFolder = makeFolder();
  const run = planRun('slow', {seed: 0});
  const host = await startHost(runsFolder, 'slow', 0);
  const folder = new RunFolder(runsFolder, run.id);
  t.is(recoverRun(folder, openBook(runsFolder)), undefined);
  const sweeping = sweep([run], optionsFor(runsFolder));
  await wait(500);
  t.is(readEvents(folder.events).events.filter(({type}) => type === 'started').length, 1);
  await killHost(host);
  const updates = await sweeping;
  t.deepEqual([updates[0]?.kind, updates.at(-1)?.kind], ['started', 'ended']);
  t.like(updates.at(-1), {status: 'done'});
  const {events} = readEvents(folder.events);
  t.deepEqual(events.map(({type}) => type), ['started', 'epoch', 'ended', 'started', 'ended'], 'the first attempt is closed before the second begins');
});

test('the next host waits until the worker of a dead one has ended', async t => {
  const runsFolder = makeFolder();
  const run = planRun('slow', {seed: 400});
  const host = await startHost(runsFolder, 'slow', 400);
  // Asked later, it might have ended.
  const {worker} = heldRuns(runsFolder).get(run.id)!;
  await killHost(host);
  const wasRunning: boolean[] = [];
  const updates = await sweep([run], optionsFor(runsFolder), () => {
    wasRunning.push(isRunning(worker!));
  });
  t.false(wasRunning.includes(true));
  t.like(updates[0], {kind: 'started', attempt: 2});
  t.like(updates.at(-1), {kind: 'ended', status: 'done'});
});

test('the worker of a dead host that does not end is killed by the next host', async t => {
  const runsFolder = makeFolder();
  const run = planRun('slow', {seed: 60_000});
  await killHost(await startHost(runsFolder, 'slow', 60_000));
  const updates = await sweep([run], optionsFor(runsFolder, 1, {orphanGraceMs: 200}));
  t.like(updates.at(-1), {kind: 'ended', status: 'done'});
});

test('a worker of another machine that wakes after its run was taken over writes where nobody reads', async t => {
  const runsFolder = makeFolder();
  const run = planRun('trains');
  const folder = new RunFolder(runsFolder, run.id);
  fs.mkdirSync(folder.path);
  const [started, epoch] = attemptOf([0.5]);
  fs.writeFileSync(folder.events, `${JSON.stringify(started)}\n`);
  const sleeper = fs.openSync(folder.events, 'a');
  write(openBook(runsFolder), {...foreign, runId: run.id});
  const updates = await sweep([run], optionsFor(runsFolder, 1, {tickMs: 10, expiryMs: 200}), () => {
    fs.writeSync(sleeper, `${JSON.stringify(epoch)}\n`);
  });
  t.like(updates[0], {kind: 'started', attempt: 2});
  t.like(updates.at(-1), {kind: 'ended', status: 'done'});
  const {events, damaged} = readEvents(folder.events);
  t.deepEqual(events.map(({type}) => type), ['started', 'ended', 'started', 'epoch', 'epoch', 'epoch', 'ended']);
  t.deepEqual(damaged, []);
});

test('a host whose run was taken over while it slept ends its worker and writes nothing more', async t => {
  const runsFolder = makeFolder();
  const run = planRun('deaf');
  const folder = new RunFolder(runsFolder, run.id);
  const other = openBook(runsFolder);
  const soft = new AbortController();
  const stop = {soft: soft.signal, hard: new AbortController().signal};
  const updates = await sweep([run], optionsFor(runsFolder, 1, {stop, expiryMs: 60_000}), update => {
    if (update.kind === 'event' && update.event.type === 'epoch') {
      write(other, {...foreign, runId: run.id});
    } else if (update.kind === 'requeued') {
      soft.abort();
    }
  });
  t.deepEqual(updates.map(({kind}) => kind), ['started', 'event', 'event', 'requeued', 'skipped']);
  t.like(updates.at(-2), {reason: 'lost'});
  t.like(updates.at(-1), {reason: 'held', problem: {code: 'run-held'}});
  t.deepEqual(readEvents(folder.events).events.map(({type}) => type), ['started', 'epoch']);
  t.is(heldRuns(runsFolder).get(run.id)?.token, 'foreign');
});

test('a run whose host died is recovered with all its events and an end', async t => {
  const runsFolder = makeFolder();
  const run = planRun('slow', {seed: 1});
  await killHost(await startHost(runsFolder, 'slow', 1));
  const folder = new RunFolder(runsFolder, run.id);
  const book = openBook(runsFolder);
  let events = recoverRun(folder, book);
  while (!events) {
    await wait(20);
    events = recoverRun(folder, book);
  }

  t.deepEqual(events.map(({type}) => type), ['started', 'epoch', 'ended']);
  t.like(events.at(-1), {status: 'interrupted', problem: {code: 'host-died'}});
  t.deepEqual(recoverRun(folder, book), events);
  t.deepEqual(recoverRun(new RunFolder(runsFolder, 'nobody-0-00000000'), book), []);
});
