import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import {heldRuns} from '../../src/queue/held-runs.js';
import {readEvents} from '../../src/protocol/read-events.js';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';

type Status = {readonly name: string; readonly status: string; readonly attempts: number; readonly problem_code: string | null};

const long = tinyExperiment.replace('epochs: 3', 'epochs: 100000');

async function setUp(files: Readonly<Record<string, string>>): Promise<Inline> {
  const inline = await Inline.create(files);
  await makePhotos(inline.folder);
  return inline;
}

async function statusOf(inline: Inline): Promise<Status[]> {
  const rows = JSON.parse((await inline.ablate('status', '--json')).stdout) as Status[];
  return rows.toSorted((one, other) => one.name < other.name ? -1 : 1);
}

async function until<Value>(what: string, look: () => Value | undefined): Promise<Value> {
  for (let tries = 0; tries < 1200; tries++) {
    const value = look();
    if (value !== undefined) {
      return value;
    }

    await sleep(100);
  }

  throw new Error(`${what} never came`);
}

/** Waits for a row's first run with so many epochs; gives its id. */
async function untilEpoch(inline: Inline, row: string, epochs = 1): Promise<string> {
  return until(`epoch ${epochs} of ${row}`, () => epochsOf(inline, row) >= epochs ? folderOf(inline, row) : undefined);
}

/** How many epochs a row's first run has. */
function epochsOf(inline: Inline, row: string): number {
  const run = folderOf(inline, row);
  return run === undefined ? 0 : eventsOf(inline, run).filter(({type}) => type === 'epoch').length;
}

function folderOf(inline: Inline, row: string): string | undefined {
  return folders(inline).find(name => name.startsWith(`${row}-`));
}

function folders(inline: Inline): string[] {
  try {
    return readdirSync(path.join(inline.folder, 'runs'));
  } catch {
    return [];
  }
}

function eventsOf(inline: Inline, run: string) {
  return readEvents(path.join(inline.folder, 'runs', run, 'events.jsonl')).events;
}

test('a failure stands until it is retried, and both say so', async t => {
  const inline = await setUp({
    'lost.yaml': `${long}resources: {timeout: 0.5s}\n`,
    'fine.yaml': tinyExperiment,
  });
  const first = await inline.ablate('run', '.');
  t.is(first.code, 1);
  t.regex(first.stderr, /1 of 2 runs failed\. `ablate status` says why, `ablate retry` trains what failed again/v);
  const second = await inline.ablate('run', '.');
  t.is(second.code, 1);
  t.regex(second.stdout, /2 runs: 1 done already, 1 failed before, 0 to do/v);
  t.regex(second.stderr, /1 of 2 runs failed before and was not trained again: lost-0-/v);
  t.is((await statusOf(inline))[1]!.attempts, 1);

  t.is((await inline.ablate('retry')).code, 1);
  t.like((await statusOf(inline))[1], {name: 'lost', status: 'timed-out', attempts: 2, problem_code: 'run-timed-out'});
  const done = await inline.ablate('retry', 'fine');
  t.is(done.code, 2);
  t.regex(done.stderr, /fine: is done, and its result stands/v);
});

test('a cancelled run stays out of the queue until it is retried, the running one and the waiting one alike', async t => {
  const inline = await setUp({'a-long.yaml': long, 'b-waits.yaml': tinyExperiment, 'c-last.yaml': 'extends: b-waits.yaml\nepochs: 2\n'});
  const running = inline.start('run', '.');
  t.teardown(() => {
    running.kill('SIGKILL');
  });
  await untilEpoch(inline, 'a-long');
  const cancelled = await inline.ablate('cancel', 'b-waits', 'a-long');
  // Of both, as its sweep starts the next worker ahead and has its run: on a slow machine it heeds that after five seconds.
  for (const run of ['b-waits', 'a-long']) {
    t.regex(cancelled.stdout, new RegExp(String.raw`^${run}-0-\w{8}: (?:cancelled|stops after the step in hand)$`, 'mv'));
  }

  const {code, stdout} = await running.finished;
  t.is(code, 0);
  t.regex(stdout, /a-long seed 0: cancelled/v);
  t.deepEqual((await statusOf(inline)).map(({status, attempts}) => [status, attempts]), [['cancelled', 1], ['cancelled', 0], ['done', 1]]);
  const again = await inline.ablate('run', '.');
  t.is(again.code, 0);
  t.regex(again.stdout, /1 done already, 2 cancelled, 0 to do/v);

  t.is((await inline.ablate('retry', 'b-waits')).code, 0);
  t.deepEqual((await statusOf(inline)).map(({status}) => status), ['cancelled', 'done', 'done']);
});

test('a paused folder trains nothing, and its sweep goes on when it is resumed', async t => {
  const inline = await setUp({'base.yaml': tinyExperiment, 'done.yaml': 'extends: base.yaml\nepochs: 1\n'});
  t.is((await inline.ablate('run', 'done.yaml')).code, 0);
  t.regex((await inline.ablate('pause')).stdout, /^Paused\. `ablate resume`/v);
  const running = inline.start('run', 'base.yaml', '--json');
  t.teardown(() => {
    running.kill('SIGKILL');
  });
  await running.said(/^\{"kind":"paused"\}$/mv);
  await sleep(2000);
  t.false(folders(inline).some(name => name.startsWith('base')));
  t.regex((await inline.ablate('status')).stdout, /\nPaused: `ablate resume` lets the runs go on\.\n$/v);
  t.is((await inline.ablate('resume')).stdout, 'Resumed.\n');
  const {code, stdout} = await running.finished;
  t.is(code, 0);
  t.regex(stdout, /^\{"kind":"paused"\}\n\{"kind":"resumed"\}\n/v);
});

test('a killed worker begins again, and the sweep is fine', async t => {
  const inline = await setUp({'base.yaml': tinyExperiment.replace('epochs: 3', 'epochs: 400')});
  const running = inline.start('run', '.');
  const run = await untilEpoch(inline, 'base');
  process.kill(heldRuns(path.join(inline.folder, 'runs')).get(run)!.worker!.pid, 'SIGKILL');
  const {code, stdout} = await running.finished;
  t.is(code, 0);
  t.regex(stdout, /base seed 0: begins again in 1\.0 s\n {4}the worker was killed by SIGKILL[\s\S]*base seed 0: started \(attempt 2\)/v);
  t.like((await statusOf(inline))[0], {status: 'done', attempts: 2});
});

test('two sweeps share the runs of a folder, and both end when all are done', async t => {
  const inline = await setUp({'base.yaml': `${tinyExperiment}seeds: [0, 1, 2, 3, 4, 5]\n`});
  // The first one makes the engine ready and the database; both would wait for each other otherwise.
  t.is((await inline.ablate('run', '.', '--set', 'seeds=[9]')).code, 0);
  const [one, two] = await Promise.all([inline.ablate('run', '.', '--threads', '1'), inline.ablate('run', '.', '--threads', '1')]);
  t.deepEqual([one.code, two.code], [0, 0]);
  const runs = folders(inline).filter(name => name.startsWith('base-'));
  t.is(runs.length, 7);
  for (const run of runs) {
    t.is(eventsOf(inline, run).filter(({type}) => type === 'started').length, 1);
  }

  t.true((await statusOf(inline)).every(({status}) => status === 'done'));
});

test('a watching sweep trains files that are added or changed, says what is wrong with one, and ends with Ctrl-C', async t => {
  const inline = await setUp({'sweep/base.yaml': tinyExperiment.replace('./photos', '../photos')});
  const running = inline.start('run', 'sweep', '--watch');
  t.teardown(() => {
    running.kill('SIGKILL');
  });
  await untilEpoch(inline, 'base', 3);
  await inline.write('sweep/bad.yaml', 'extends: base.yaml\nepoch: 2\n');
  await running.said(/sweep\/bad\.yaml:2:1/v);
  await inline.write('sweep/added.yaml', 'extends: base.yaml\nepochs: 2\n');
  await untilEpoch(inline, 'added', 2);
  await inline.write('sweep/bad.yaml', 'extends: base.yaml\nepochs: 1\n');
  const mended = await untilEpoch(inline, 'bad');
  await until('the end of the mended one', () => eventsOf(inline, mended).some(({type}) => type === 'ended') || undefined);
  running.kill('SIGINT');
  const {code, stdout, stderr} = await running.finished;
  t.is(code, 0);
  t.is(stderr, '');
  t.regex(stdout, /Watching sweep for new and changed files/v);
  t.regex(stdout, /sweep\/bad\.yaml:2:1 epoch: unknown key "epoch"[\s\S]*Added 1 run: added seed 0[\s\S]*Added 1 run: bad seed 0/v);
  t.deepEqual((await statusOf(inline)).map(({name, status}) => [name, status]), [['added', 'done'], ['bad', 'done'], ['base', 'done']]);
});

test('SIGTERM and a closed terminal stop a sweep as Ctrl-C does, and it says how to go on', async t => {
  const inline = await setUp({'long.yaml': long});
  for (const signal of ['SIGTERM', 'SIGHUP'] as const) {
    const epochsBefore = epochsOf(inline, 'long');
    const running = inline.start('run', 'long.yaml', '--set', 'seeds=[0]', '--threads', '1');
    t.teardown(() => {
      running.kill('SIGKILL');
    });
    // Of the sweep before, there are epochs already.
    await untilEpoch(inline, 'long', epochsBefore + 1);
    running.kill(signal);
    const {code, stderr} = await running.finished;
    t.is(code, 1);
    t.true(stderr.includes('To go on: ablate run long.yaml --set \'seeds=[0]\' --threads 1\n'));
    t.like((await statusOf(inline))[0], {status: 'interrupted'});
  }

  t.is(heldRuns(path.join(inline.folder, 'runs')).size, 0);
  t.regex(readFileSync(path.join(inline.folder, 'runs', folders(inline).find(name => name.startsWith('long'))!, 'log.txt'), 'utf8'), /interrupted: stopped/v);
});
