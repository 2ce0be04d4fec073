import fs from 'node:fs';
import path from 'node:path';
import test from 'ava';
import type {QueueUpdate, RunUpdate} from '../../src/domain/queue-update.js';
import type {PlannedRun} from '../../src/domain/planned-run.js';
import {readEvents} from '../../src/protocol/read-events.js';
import {RunFolder} from '../../src/protocol/run-folder.js';
import {heldRuns} from '../../src/queue/held-runs.js';
import {runQueue} from '../../src/queue/run-queue.js';
import {planRun} from './fixtures/plan-run.js';
import {fixture, makeFolder, optionsFor, sweep} from './fixtures/sweep.js';

function endOf(updates: readonly RunUpdate[], run: PlannedRun) {
  return updates.find(update => update.run === run && (update.kind === 'ended' || update.kind === 'skipped'));
}

function eventsOf(updates: readonly RunUpdate[], run: PlannedRun) {
  return updates.flatMap(update => update.kind === 'event' && update.run === run ? [update.event] : []);
}

test('a sweep tells start, every event and the end of every run', async t => {
  const runs = [planRun('trains1'), planRun('trains2', {epochs: 2})];
  const runsFolder = makeFolder();
  const updates = await sweep(runs, optionsFor(runsFolder));
  for (const run of runs) {
    const kinds = updates.filter(update => update.run === run).map(({kind}) => kind);
    t.deepEqual([kinds[0], kinds.at(-1)], ['started', 'ended']);
    t.like(endOf(updates, run), {kind: 'ended', status: 'done'});
    const events = eventsOf(updates, run);
    t.is(events.filter(({type}) => type === 'epoch').length, run.experiment.config.epochs);
    t.deepEqual(events, [...readEvents(new RunFolder(runsFolder, run.id).events).events]);
  }
});

test('progress is told while a run goes on', async t => {
  const updates = await sweep([planRun('trains', {epochs: 20})], optionsFor(makeFolder()));
  const told = updates.flatMap(update => update.kind === 'progress' ? [update.progress] : []);
  t.deepEqual(told[0], {phase: 'training', epoch: 1, epochs: 20, step: 1, steps: 1});
  t.true(updates.findIndex(({kind}) => kind === 'progress') < updates.findIndex(update => update.kind === 'event' && update.event.type === 'epoch'));
});

test('an empty sweep ends at once', async t => {
  t.deepEqual(await sweep([], optionsFor(makeFolder())), []);
});

test('two slots never train more than two runs at once, and are both used', async t => {
  const runs = [1, 2, 3, 4, 5].map(seed => planRun('counts', {seed}));
  const updates = await sweep(runs, optionsFor(makeFolder(), 2));
  const atOnce = updates.flatMap(update => update.kind === 'event' && update.event.type === 'epoch' ? [update.event.epoch] : []);
  t.is(atOnce.length, 5);
  t.true(Math.max(...atOnce) <= 2);
  t.is(new Set(updates.map(({slot}) => slot)).size, 2);
});

test('a worker gets the environment of its slot\'s device, and what it prints is in its log', async t => {
  const runs = [planRun('prints', {seed: 1}), planRun('prints', {seed: 2})];
  const runsFolder = makeFolder();
  const updates = await sweep(runs, optionsFor(runsFolder, 2));
  for (const run of runs) {
    const {slot} = (updates.find(update => update.run === run)!);
    const log = fs.readFileSync(new RunFolder(runsFolder, run.id).log, 'utf8');
    t.true(log.includes(`device CPU ${slot}\n`));
    t.true(log.includes('threads 1\n'));
  }

  t.is(new Set(updates.map(({slot}) => slot)).size, 2);
});

test('a killed worker fails its own run alone, and keeps what it had recorded', async t => {
  const [killed, next] = [planRun('killed', {resources: {max_restarts: 0}}), planRun('trains', {epochs: 4})];
  const runsFolder = makeFolder();
  const updates = await sweep([killed, next], optionsFor(runsFolder));
  const end = endOf(updates, killed);
  t.like(end, {kind: 'ended', status: 'failed', problem: {code: 'worker-killed'}});
  t.regex(end?.kind === 'ended' ? end.problem!.message : '', /killed by SIGKILL/v);
  t.regex(end?.kind === 'ended' ? end.problem!.hint! : '', /ablate logs killed-0-/v);
  t.like(endOf(updates, next), {status: 'done'});
  const events = eventsOf(updates, killed);
  t.deepEqual(events.map(({type}) => type), ['started', 'epoch', 'ended']);
  t.deepEqual([...readEvents(new RunFolder(runsFolder, killed.id).events).events], events);
});

test('checkpoints of a run that is done are taken away, also where its worker did not come to it', async t => {
  const run = planRun('trains', {epochs: 4});
  const runsFolder = makeFolder();
  const folder = new RunFolder(runsFolder, run.id);
  fs.mkdirSync(folder.checkpoints, {recursive: true});
  fs.writeFileSync(folder.checkpoint(1), 'left by a worker that was killed');
  t.like(endOf(await sweep([run], optionsFor(runsFolder)), run), {status: 'done'});
  t.false(fs.existsSync(folder.checkpoints));
});

test('a crash in native code is called one', async t => {
  const run = planRun('crashes', {resources: {max_restarts: 0}});
  const end = endOf(await sweep([run], optionsFor(makeFolder())), run);
  t.regex(end?.kind === 'ended' ? end.problem!.message : '', /crashed in native code \(SIGSEGV\)/v);
});

test('events that a dying worker could not send are read from its file, and its torn line is cut off', async t => {
  const run = planRun('silent', {resources: {max_restarts: 0}});
  const runsFolder = makeFolder();
  const updates = await sweep([run], optionsFor(runsFolder));
  t.deepEqual(eventsOf(updates, run).map(({seq, type}) => [seq, type]), [[0, 'started'], [1, 'epoch'], [2, 'epoch'], [3, 'ended']]);
  const read = readEvents(new RunFolder(runsFolder, run.id).events);
  t.deepEqual(read.damaged, []);
  t.is(read.tornBytes, 0);
});

test('a worker that cannot start is a failed run that quotes what it printed', async t => {
  const runs = [planRun('trains1'), planRun('trains2', {epochs: 4})];
  const updates = await sweep(runs, optionsFor(makeFolder(), 1, {workerEntry: fixture('broken-worker.js')}));
  for (const run of runs) {
    const end = endOf(updates, run);
    t.like(end, {kind: 'ended', status: 'failed', problem: {code: 'worker-died'}});
    t.regex(end?.kind === 'ended' ? end.problem!.message : '', /exit code 1[\s\S]*cannot open shared object file/v);
  }
});

test('the soft stop lets workers end by themselves and starts no other run', async t => {
  const runs = [planRun('obeys'), planRun('trains', {epochs: 4})];
  const soft = new AbortController();
  const stop = {soft: soft.signal, hard: new AbortController().signal};
  const updates = await sweep(runs, optionsFor(makeFolder(), 1, {stop}), update => {
    if (update.kind === 'event' && update.event.type === 'epoch') {
      soft.abort();
    }
  });
  t.deepEqual(eventsOf(updates, runs[0]!).map(({type}) => type), ['started', 'epoch', 'ended']);
  t.like(endOf(updates, runs[0]!), {kind: 'ended', status: 'interrupted'});
  t.like(endOf(updates, runs[1]!), {kind: 'skipped', reason: 'stopped', problem: {code: 'sweep-stopped'}});
});

test('a worker that goes on after the soft stop is killed when its grace is over', async t => {
  const run = planRun('deaf');
  const soft = new AbortController();
  const stop = {soft: soft.signal, hard: new AbortController().signal};
  const updates = await sweep([run], optionsFor(makeFolder(), 1, {stop, stopGraceMs: 100}), update => {
    if (update.kind === 'event') {
      soft.abort();
    }
  });
  t.like(endOf(updates, run), {kind: 'ended', status: 'interrupted', problem: {code: 'run-interrupted'}});
});

test('the hard stop kills at once', async t => {
  const run = planRun('deaf');
  const hard = new AbortController();
  const stop = {soft: new AbortController().signal, hard: hard.signal};
  const updates = await sweep([run], optionsFor(makeFolder(), 1, {stop}), update => {
    if (update.kind === 'event' && update.event.type === 'epoch') {
      hard.abort();
    }
  });
  t.like(endOf(updates, run), {kind: 'ended', status: 'interrupted'});
});

test('a worker that says nothing for too long has timed out', async t => {
  const run = planRun('deaf', {resources: {max_restarts: 0}});
  const updates = await sweep([run], optionsFor(makeFolder(), 1, {hungAfterMs: 700}));
  t.like(endOf(updates, run), {kind: 'ended', status: 'timed-out', problem: {code: 'worker-hung'}});
});

test('who stops listening leaves no worker behind', async t => {
  const run = planRun('deaf');
  const runsFolder = makeFolder();
  for await (const update of runQueue([run], optionsFor(runsFolder))) {
    if (update.kind === 'event' && update.event.type === 'epoch') {
      break;
    }
  }

  const folder = new RunFolder(runsFolder, run.id);
  t.like(readEvents(folder.events).events.at(-1), {type: 'ended', status: 'interrupted'});
  t.false(heldRuns(runsFolder).has(run.id));
});

test('the same fingerprint is trained once', async t => {
  const first = planRun('trains1');
  const second = planRun('trains2');
  t.is(first.fingerprint, second.fingerprint);
  const updates = await sweep([first, second], optionsFor(makeFolder()));
  t.like(endOf(updates, second), {kind: 'skipped', reason: 'shared', problem: {code: 'run-shared'}});
});

test('a run that is done on disk is told again instead of trained again', async t => {
  const run = planRun('trains');
  const runsFolder = makeFolder();
  const once = await sweep([run], optionsFor(runsFolder));
  const events = once.flatMap(update => update.kind === 'event' ? [update.event] : []);
  const {log} = new RunFolder(runsFolder, run.id);
  const printed = fs.readFileSync(log, 'utf8');
  const twice: QueueUpdate[] = [];
  for await (const update of runQueue([run], optionsFor(runsFolder))) {
    twice.push(update);
  }

  t.deepEqual(twice, [{run, slot: 0, kind: 'history', events}, {run, slot: 0, kind: 'ended', status: 'done'}]);
  t.is(fs.readFileSync(log, 'utf8'), printed);
});

test('a folder that holds another configuration\'s run is left alone', async t => {
  const run = planRun('trains');
  const runsFolder = makeFolder();
  await sweep([run], optionsFor(runsFolder));
  const updates = await sweep([{...run, fingerprint: `${run.fingerprint.slice(0, 8)}${'0'.repeat(56)}`}], optionsFor(runsFolder));
  t.like(updates.at(-1), {kind: 'ended', status: 'failed', problem: {code: 'run-folder-taken'}});
});

test('a run whose folder cannot be made fails and the next one goes on', async t => {
  const runs = [planRun('trains1'), planRun('trains2', {epochs: 2})];
  const runsFolder = makeFolder();
  fs.writeFileSync(path.join(runsFolder, runs[0]!.id), 'a file in the way');
  const updates = await sweep(runs, optionsFor(runsFolder));
  t.like(endOf(updates, runs[0]!), {kind: 'ended', status: 'failed', problem: {code: 'cannot-write-run'}});
  t.like(endOf(updates, runs[1]!), {kind: 'ended', status: 'done'});
});
