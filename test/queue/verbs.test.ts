import {once} from 'node:events';
import fs from 'node:fs';
import process from 'node:process';
import test from 'ava';
import type {PlannedRun} from '../../src/domain/planned-run.js';
import type {QueueUpdate, RunUpdate} from '../../src/domain/queue-update.js';
import {readEvents} from '../../src/protocol/read-events.js';
import {RunFolder} from '../../src/protocol/run-folder.js';
import {heldRuns} from '../../src/queue/held-runs.js';
import {requeueRun} from '../../src/queue/requeue-run.js';
import {QueueDatabase} from '../../src/queue/queue-database.js';
import {runQueue} from '../../src/queue/run-queue.js';
import {Wishes} from '../../src/queue/wishes.js';
import {enough} from './fixtures/enough.js';
import {planRun} from './fixtures/plan-run.js';
import {makeFolder, optionsFor, sweep} from './fixtures/sweep.js';

// Where a machine has little memory left, no worker is started ahead.
process.availableMemory = () => 8e9;

const noStop = () => ({soft: new AbortController(), hard: new AbortController()});

function isEpoch(update: RunUpdate): boolean {
  return update.kind === 'event' && update.event.type === 'epoch';
}

function startsOf(updates: readonly RunUpdate[]): string[] {
  return updates.filter(({kind}) => kind === 'started').map(({run}) => run.id);
}

function eventsOf(runsFolder: string, {id}: PlannedRun) {
  return readEvents(new RunFolder(runsFolder, id).events).events;
}

function wishesFor(runsFolder: string): Wishes {
  return new Wishes(QueueDatabase.open(runsFolder));
}

test('a run whose worker was killed begins again after pauses that grow, as often as it may', async t => {
  const mended = planRun('flaky', {seed: 2});
  const lost = planRun('flaky', {seed: 9});
  const runsFolder = makeFolder();
  const updates = await sweep([mended, lost], optionsFor(runsFolder, 2));
  const pauses = (run: PlannedRun) => updates.flatMap(update => update.run === run && update.kind === 'requeued' ? [update.pauseMs] : []);
  t.deepEqual(pauses(mended), [20, 40]);
  t.deepEqual(pauses(lost), [20, 40]);
  t.like(updates.findLast(({run}) => run === mended), {kind: 'ended', status: 'done'});
  t.like(updates.findLast(({run}) => run === lost), {kind: 'ended', status: 'failed', problem: {code: 'worker-killed'}});
  t.deepEqual(eventsOf(runsFolder, mended).map(({seq}) => seq), [0, 1, 2, 3, 4, 5, 6, 7, 8]);
});

test('a run whose worker had no memory begins again with half as much at a time, and ends as that where it never has enough', async t => {
  const [enough, never] = [planRun('starves', {seed: 2}), planRun('starves', {seed: 9})];
  const runsFolder = makeFolder();
  const updates = await sweep([enough, never], optionsFor(runsFolder, 2));
  t.like(updates.findLast(({run}) => run === enough), {kind: 'ended', status: 'done'});
  t.deepEqual(eventsOf(runsFolder, enough).flatMap(event => event.type === 'epoch' ? [event.epoch] : []), [2]);
  t.like(updates.findLast(({run}) => run === never), {kind: 'ended', status: 'out-of-memory', problem: {code: 'worker-memory'}});
});

test('while a run waits for its restart its slot trains others, and a mistake of its own is not repeated', async t => {
  const [flaky, trains, fails] = [planRun('flaky', {seed: 1}), planRun('trains'), planRun('fails', {epochs: 4})];
  const runsFolder = makeFolder();
  const wishes = wishesFor(runsFolder);
  // A pause that nobody outlasts: others are trained because it goes on, not because they were quicker.
  const updates = await sweep([flaky, trains, fails], optionsFor(runsFolder, 1, {restartPauseMs: 60_000}), update => {
    if (update.run === fails && update.kind === 'ended') {
      wishes.ask(flaky.id, 'cancel');
    }
  });
  t.deepEqual(startsOf(updates), [flaky.id, trains.id, fails.id]);
  t.like(updates.findLast(({run}) => run === trains), {kind: 'ended', status: 'done'});
  t.like(updates.findLast(({run}) => run === fails), {kind: 'ended', status: 'failed', problem: {code: 'loss-not-finite'}});
});

test('a failure is a result: the next sweep tells it and does not train, until the run is put back', async t => {
  const run = planRun('mends');
  const runsFolder = makeFolder();
  await sweep([run], optionsFor(runsFolder));
  const again = await sweep([run], optionsFor(runsFolder));
  t.deepEqual(again.map(({kind}) => kind), ['ended']);
  t.is(eventsOf(runsFolder, run).length, 2);
  requeueRun(new RunFolder(runsFolder, run.id));
  const retried = await sweep([run], optionsFor(runsFolder));
  t.like(retried[0], {kind: 'started', attempt: 2});
  t.like(retried.at(-1), {kind: 'ended', status: 'done'});
  t.deepEqual(eventsOf(runsFolder, run).map(({type}) => type), ['started', 'ended', 'requeued', 'started', 'ended']);
});

test('a sweep takes up a run of its own that somebody puts back', async t => {
  const [mends, long] = [planRun('mends'), planRun('obeys', {epochs: 60})];
  const runsFolder = makeFolder();
  const wishes = wishesFor(runsFolder);
  const updates = await sweep([mends, long], optionsFor(runsFolder, 1), update => {
    if (update.run === mends && update.kind === 'ended' && update.status === 'failed') {
      requeueRun(new RunFolder(runsFolder, mends.id));
      wishes.ask(mends.id, 'retry');
    } else if (update.kind === 'requeued') {
      // Until then the sweep is at work.
      wishes.ask(long.id, 'cancel');
    }
  });
  t.like(updates.find(({kind}) => kind === 'requeued'), {run: mends, reason: 'retry'});
  t.like(updates.findLast(({run}) => run === mends), {kind: 'ended', status: 'done'});
});

test('a result with an event that cannot be read is none: the run is trained anew, and that one counts', async t => {
  const run = planRun('trains', {epochs: 3});
  const runsFolder = makeFolder();
  await sweep([run], optionsFor(runsFolder));
  const {events: file} = new RunFolder(runsFolder, run.id);
  const lines = fs.readFileSync(file, 'utf8').split('\n');
  fs.writeFileSync(file, lines.map((line, index) => index === 2 ? line.replace('epoch', 'ep') : line).join('\n'));
  const again = await sweep([run], optionsFor(runsFolder));
  t.like(again.find(({kind}) => kind === 'started'), {attempt: 2});
  t.like(again.at(-1), {kind: 'ended', status: 'done'});
  const third = await sweep([run], optionsFor(runsFolder));
  t.deepEqual(third.map(({kind}) => kind), ['ended']);
});

test('a run whose time is up ends as timed-out, over all its attempts', async t => {
  const run = planRun('obeys', {resources: {timeout: 0.4}});
  const runsFolder = makeFolder();
  const updates = await sweep([run], optionsFor(runsFolder));
  t.like(updates.at(-1), {kind: 'ended', status: 'timed-out', problem: {code: 'run-timed-out'}});
  t.deepEqual(eventsOf(runsFolder, run).map(event => event.type === 'ended' ? event.status : event.type), ['started', 'epoch', 'interrupted', 'timed-out']);

  // Resources are no part of what a run is: the same one, which has less time by now than it has spent.
  const {soft, hard} = noStop();
  const first = planRun('pausable');
  await sweep([first], optionsFor(runsFolder, 1, {stop: {soft: soft.signal, hard: hard.signal}}), update => {
    if (isEpoch(update)) {
      soft.abort();
    }
  });
  const next = await sweep([planRun('pausable', {resources: {timeout: '0.05s'}})], optionsFor(runsFolder));
  t.like(next.at(-1), {kind: 'ended', status: 'timed-out'}, 'its first attempt took 0.1 s');
  t.deepEqual(eventsOf(runsFolder, first).map(event => event.type === 'ended' ? event.status : event.type), ['started', 'epoch', 'interrupted', 'timed-out']);
});

test('priority goes before the order, and a run takes as many slots as it wants', async t => {
  const runs = [planRun('counts', {seed: 1}), planRun('counts', {seed: 2, resources: {slots: 2}}), planRun('counts', {seed: 3, resources: {priority: 1}})];
  const updates = await sweep(runs, optionsFor(makeFolder(), 1));
  t.deepEqual(startsOf(updates), [runs[2]!.id, runs[0]!.id, runs[1]!.id], 'a device with one slot gives all that it has');

  // Two slots of one device, of which two runs have one each until both are at work.
  const [first, both, urgent] = [planRun('obeys', {seed: 1}), planRun('trains', {seed: 2, resources: {slots: 2}}), planRun('obeys', {seed: 3, resources: {priority: 1}})];
  const runsFolder = makeFolder();
  const wishes = wishesFor(runsFolder);
  const options = optionsFor(runsFolder, 2);
  const [device] = options.slots;
  const atWork = new Set<PlannedRun>();
  const shared = await sweep([first, both, urgent], {...options, slots: [device!, device!]}, update => {
    if (isEpoch(update) && update.run !== both && atWork.add(update.run).size === 2) {
      wishes.ask(first.id, 'cancel');
      wishes.ask(urgent.id, 'cancel');
    }
  });
  const turns = shared.filter(({kind}) => kind === 'started' || kind === 'ended').map(({run, kind}) => `${kind} ${run === both ? 'both' : 'one'}`);
  t.deepEqual(turns, ['started one', 'started one', 'ended one', 'ended one', 'started both', 'ended both'], 'nobody beside the one that wants both');
});

test('a waiting run is cancelled without a trace of training, a running one after its step', async t => {
  const [running, waiting] = [planRun('obeys'), planRun('trains', {epochs: 4})];
  const runsFolder = makeFolder();
  const wishes = wishesFor(runsFolder);
  const updates = await sweep([running, waiting], optionsFor(runsFolder), update => {
    if (isEpoch(update)) {
      wishes.ask(waiting.id, 'cancel');
      wishes.ask(running.id, 'cancel');
    }
  });
  t.like(updates.findLast(({run}) => run === running), {kind: 'ended', status: 'cancelled', problem: {code: 'run-cancelled'}});
  t.deepEqual(updates.filter(({run}) => run === waiting).map(({kind}) => kind), ['ended']);
  t.deepEqual(eventsOf(runsFolder, running).map(event => event.type === 'ended' ? event.status : event.type), ['started', 'epoch', 'interrupted', 'cancelled']);
  t.deepEqual((await sweep([running], optionsFor(runsFolder))).map(({kind}) => kind), ['ended'], 'told again');
  t.is(eventsOf(runsFolder, running).length, 4);
});

test('a run is cancelled in the pause before its restart', async t => {
  const run = planRun('flaky', {seed: 9});
  const runsFolder = makeFolder();
  const wishes = wishesFor(runsFolder);
  const updates = await sweep([run], optionsFor(runsFolder, 1, {restartPauseMs: 60_000}), update => {
    if (update.kind === 'requeued') {
      wishes.ask(run.id, 'cancel');
    }
  });
  t.like(updates.at(-1), {kind: 'ended', status: 'cancelled'});
  t.like(eventsOf(runsFolder, run).at(-1), {type: 'ended', status: 'cancelled'});
});

test('paused runs stop after their step, nothing begins, and all goes on when they are resumed', async t => {
  const runs = [planRun('pausable'), planRun('trains', {epochs: 4})];
  const runsFolder = makeFolder();
  const wishes = wishesFor(runsFolder);
  const kinds: string[] = [];
  for await (const update of runQueue(runs, optionsFor(runsFolder))) {
    if (update.kind !== 'progress') {
      kinds.push(kindOf(update));
    }

    if (kindOf(update) === 'epoch' && !kinds.includes('paused')) {
      wishes.setPaused(true);
    } else if (update.kind === 'requeued' && update.reason === 'paused') {
      setTimeout(() => {
        kinds.push('…');
        wishes.setPaused(false);
      }, 300);
    }
  }

  t.deepEqual(kinds.join(' ').split(' '), [
    'started started epoch paused ended requeued … resumed',
    'history started started epoch ended ended',
    'started started epoch epoch epoch epoch ended ended',
  ].join(' ').split(' '));
});

function kindOf(update: QueueUpdate): string {
  return update.kind === 'event' ? update.event.type : update.kind;
}

test('runs that come while the sweep goes on are trained, and take the place of what waits of their rows', async t => {
  const [first, second] = [planRun('obeys'), planRun('trains2', {epochs: 4})];
  const [third, changed] = [planRun('trains3', {epochs: 2}), planRun('trains2', {epochs: 5})];
  const runsFolder = makeFolder();
  const wishes = wishesFor(runsFolder);
  const begun = new EventTarget();
  const hasBegun = once(begun, 'epoch');
  async function * later() {
    await hasBegun;
    yield {planned: [third, changed], toDo: [third, changed]};
  }

  const updates = await sweep([first, second], optionsFor(runsFolder, 1, {incoming: later()}), update => {
    if (isEpoch(update)) {
      begun.dispatchEvent(new Event('epoch'));
    } else if (update.kind === 'skipped') {
      wishes.ask(first.id, 'cancel');
    }
  });
  t.deepEqual(startsOf(updates), [first.id, third.id, changed.id]);
  t.like(updates.find(({run}) => run === second), {kind: 'skipped', reason: 'replaced'});
});

test('the next worker is started before the last one ends, and gets its order after that', async t => {
  const runs = [1, 2, 3].map(seed => planRun('announces', {seed}));
  const runsFolder = makeFolder();
  const options = optionsFor(runsFolder, 1, {warm: true});
  const ahead: Array<number | undefined> = [];
  const updates = await sweep(runs, options, ({run, kind}) => {
    const next = runs[runs.indexOf(run) + 1];
    const waiting = next && workerOf(runsFolder, next);
    // It goes on until the next one's worker is there.
    if (kind === 'progress' && (waiting !== undefined || !next) && !fs.existsSync(enough(options.cache, run))) {
      ahead.push(waiting);
      fs.writeFileSync(enough(options.cache, run), '');
    }
  });
  t.deepEqual(updates.filter(({kind}) => kind === 'started' || kind === 'ended').map(({kind}) => kind), ['started', 'ended', 'started', 'ended', 'started', 'ended']);
  const trained = runs.map(run => updates.flatMap(update => update.run === run && update.kind === 'event' && update.event.type === 'epoch' ? [update.event.epoch] : [])[0]);
  t.deepEqual(trained.slice(1), ahead.slice(0, 2), 'by the processes that had waited');
});

test('a worker that was started ahead is ended where its run is cancelled, or the sweep stops', async t => {
  const [first, second, third] = [planRun('announces', {epochs: 1}), planRun('trains'), planRun('trains', {epochs: 4})];
  const runsFolder = makeFolder();
  const wishes = wishesFor(runsFolder);
  const {soft, hard} = noStop();
  const stop = {soft: soft.signal, hard: hard.signal};
  let isAsked = false;
  const updates = await sweep([first, second, third], optionsFor(runsFolder, 1, {warm: true, stop}), ({kind}) => {
    if (kind === 'progress' && !isAsked && workerOf(runsFolder, second) !== undefined) {
      isAsked = true;
      wishes.ask(second.id, 'cancel');
    } else if (kind === 'progress' && workerOf(runsFolder, third) !== undefined) {
      soft.abort();
    }
  });
  t.like(updates.findLast(({run}) => run === second), {kind: 'ended', status: 'cancelled'});
  t.deepEqual(eventsOf(runsFolder, second).map(({type}) => type), ['ended']);
  t.like(updates.findLast(({run}) => run === third), {kind: 'skipped', reason: 'stopped'});
  t.false(fs.existsSync(new RunFolder(runsFolder, third.id).events));
});

/** The process that was started for a run, whether it has its order or not. */
function workerOf(runsFolder: string, {id}: PlannedRun): number | undefined {
  return heldRuns(runsFolder).get(id)?.worker?.pid;
}
