import {type ChildProcess, spawn} from 'node:child_process';
import {once} from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {createInterface} from 'node:readline';
import test from 'ava';
import {readEvents} from '../../src/protocol/read-events.js';
import {RunFolder} from '../../src/protocol/run-folder.js';
import {identifyProcess, isRunning} from '../../src/queue/identify-process.js';
import {isRunHeld, recoverRun} from '../../src/queue/recover-run.js';
import {isLockHeld, type LockHolder, RunLock} from '../../src/queue/run-lock.js';
import {planRun} from './fixtures/plan-run.js';
import {fixture, makeFolder, optionsFor, sweep} from './fixtures/sweep.js';

function lockFile(): string {
  return path.join(makeFolder(), 'lock.json');
}

/** Starts a host of its own and waits until its worker has told an epoch. */
async function startHost(runsFolder: string, name: string, seed: number): Promise<ChildProcess> {
  const host = spawn(process.execPath, [fixture('host.js'), runsFolder, name, String(seed)], {stdio: ['ignore', 'pipe', 'inherit']});
  for await (const line of createInterface(host.stdout)) {
    if (line === 'event epoch') {
      break;
    }
  }

  return host;
}

async function killHost(host: ChildProcess): Promise<void> {
  host.kill('SIGKILL');
  await once(host, 'exit');
}

test('a lock has one holder at a time', async t => {
  const file = lockFile();
  const lock = await RunLock.acquire(file);
  const refused = await RunLock.acquire(file);
  t.false(refused instanceof RunLock);
  t.is((refused as LockHolder).host.pid, process.pid);
  t.true(isLockHeld(file));
  (lock as RunLock).release();
  t.false(isLockHeld(file));
  t.true(await RunLock.acquire(file) instanceof RunLock);
});

test('of many that find a dead holder\'s lock one gets it', async t => {
  const file = lockFile();
  const dead: LockHolder = {token: 'dead', machine: os.hostname(), host: {pid: process.pid, started: 'another start'}};
  fs.writeFileSync(file, JSON.stringify(dead));
  t.false(isLockHeld(file));
  const tries = await Promise.all(Array.from({length: 8}, async () => RunLock.acquire(file)));
  t.is(tries.filter(lock => lock instanceof RunLock).length, 1);
  t.deepEqual(fs.readdirSync(path.dirname(file)), ['lock.json']);
});

test('a lock file that cannot be read is taken over', async t => {
  const file = lockFile();
  fs.writeFileSync(file, '');
  t.true(await RunLock.acquire(file) instanceof RunLock);
});

test('the lock of another machine holds as long as it is touched', async t => {
  const file = lockFile();
  const foreign: LockHolder = {token: 'foreign', machine: 'another-machine', host: {pid: 1, started: ''}};
  fs.writeFileSync(file, JSON.stringify(foreign));
  t.like(await RunLock.acquire(file), {machine: 'another-machine'});
  const longAgo = new Date(Date.now() - 600_000);
  fs.utimesSync(file, longAgo, longAgo);
  t.true(await RunLock.acquire(file) instanceof RunLock);
});

test('a process is told from a later one with the same number', t => {
  const me = identifyProcess(process.pid)!;
  t.true(isRunning(me));
  t.false(isRunning({...me, started: `${me.started}0`}));
});

test('a process that has ended is not running, also before it is waited for', async t => {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  const identity = identifyProcess(child.pid!)!;
  t.true(isRunning(identity));
  child.kill('SIGKILL');
  await once(child, 'exit');
  t.false(isRunning(identity));
});

test('a run that another live host trains is skipped, not trained twice', async t => {
  const runsFolder = makeFolder();
  const run = planRun('slow', {seed: 0});
  const host = await startHost(runsFolder, 'slow', 0);
  const updates = await sweep([run], optionsFor(runsFolder));
  t.deepEqual(updates.map(({kind}) => kind), ['skipped']);
  t.like(updates[0], {reason: 'held', problem: {code: 'run-held'}});
  const folder = new RunFolder(runsFolder, run.id);
  t.is(await recoverRun(folder), undefined);
  t.is(readEvents(folder.events).events.filter(({type}) => type === 'started').length, 1);
  await killHost(host);
});

test('the next host waits until the worker of a dead one has ended', async t => {
  const runsFolder = makeFolder();
  const run = planRun('slow', {seed: 400});
  const host = await startHost(runsFolder, 'slow', 400);
  await killHost(host);
  const folder = new RunFolder(runsFolder, run.id);
  t.true(isRunHeld(folder));
  const {worker} = JSON.parse(fs.readFileSync(folder.lock, 'utf8')) as LockHolder;
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

test('a run whose host died is recovered with all its events and an end', async t => {
  const runsFolder = makeFolder();
  const run = planRun('slow', {seed: 1});
  await killHost(await startHost(runsFolder, 'slow', 1));
  const folder = new RunFolder(runsFolder, run.id);
  let events = await recoverRun(folder);
  while (!events) {
    await new Promise(resolve => {
      setTimeout(resolve, 20);
    });
    events = await recoverRun(folder);
  }

  t.deepEqual(events.map(({type}) => type), ['started', 'epoch', 'ended']);
  t.like(events.at(-1), {status: 'interrupted', problem: {code: 'host-died'}});
  t.deepEqual(await recoverRun(folder), events);
  t.deepEqual(await recoverRun(new RunFolder(runsFolder, 'nobody-0-00000000')), []);
});
