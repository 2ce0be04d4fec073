import {appendFileSync, readdirSync, readFileSync} from 'node:fs';
import {cp, rename} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import {heldRuns} from '../../src/queue/held-runs.js';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';

type BoardRow = {
  name: string; seeds: number; last: number; best: number; status: string; changes: unknown[]; published: number | null; stale: boolean;
};

const sweep = {
  'base.yaml': `${tinyExperiment}published: {validation_score: 0.9}\n`,
  'sgd.yaml': 'extends: base.yaml\noptimizer: {name: sgd}\nseeds: [0, 1]\n',
};

async function board(inline: Inline): Promise<BoardRow[]> {
  const {stdout} = await inline.ablate('board', '--json');
  return JSON.parse(stdout) as BoardRow[];
}

test('from files to leaderboard, and nothing is trained twice', async t => {
  const inline = await Inline.create(sweep);
  await makePhotos(inline.folder);
  const first = await inline.ablate('run', '.');
  t.is(first.code, 0);
  t.is(first.stderr, '');
  t.regex(first.stdout, /3 runs: 3 to do/v);

  const rows = await board(inline);
  t.deepEqual(rows.map(row => [row.name, row.seeds, row.status]).toSorted(), [['base', 1, 'done'], ['sgd', 2, 'done']]);
  const base = rows.find(row => row.name === 'base')!;
  t.is(base.published, 0.9);
  t.true(base.best >= base.last && base.last >= 0);

  // The view says the same to any SQLite tool.
  t.deepEqual(
    inline.query('select name, last, best from leaderboard order by name'),
    rows.map(({name, last, best}) => ({name, last, best})).toSorted((a, b) => a.name < b.name ? -1 : 1),
  );
  // Three runs of three epochs, and the answers of 9 validation pictures of 3 classes at the last and the best epoch.
  t.deepEqual(inline.query('select count(*) as epochs from epochs'), [{epochs: 9}]);
  t.deepEqual(inline.query('select distinct length(probabilities) as bytes from predictions'), [{bytes: 9 * 3 * 4}]);

  const events = readdirSync(path.join(inline.folder, 'runs')).filter(name => name.startsWith('base')).map(name => readFileSync(path.join(inline.folder, 'runs', name, 'events.jsonl'), 'utf8'));
  const second = await inline.ablate('run', '.');
  t.is(second.code, 0);
  t.regex(second.stdout, /3 done already, 0 to do/v);
  t.deepEqual(events, readdirSync(path.join(inline.folder, 'runs')).filter(name => name.startsWith('base')).map(name => readFileSync(path.join(inline.folder, 'runs', name, 'events.jsonl'), 'utf8')));
});

test('a row with nadam and restarts trains, and each epoch tells its last learning rate', async t => {
  const inline = await Inline.create({
    'base.yaml': tinyExperiment.replace('name: adam', 'name: nadam, clipnorm: 1'),
    'restarts.yaml': 'extends: base.yaml\nschedule: {name: sgdr, first_decay: 1, t_mul: 2}\n',
  });
  await makePhotos(inline.folder);
  t.is((await inline.ablate('run', '.')).code, 0);
  const rates = inline.query(`
    select round(learning_rate, 9) as rate from epochs join runs using (run_id) where run_id like 'restarts%' order by epoch
  `) as Array<{rate: number}>;
  // 21 photos train, in three steps an epoch.
  const expected = [2 / 3, 2 / 6, 5 / 6].map(part => 0.01 * 0.5 * (1 + Math.cos(Math.PI * part)));
  t.deepEqual(rates.map(({rate}) => rate), expected.map(rate => Number(rate.toFixed(9))));
  t.regex((await inline.ablate('board', '--md')).stdout, /\| restarts \| schedule\.name constant → sgdr, schedule\.first_decay 1 \|/v);
  t.regex((await inline.ablate('logs', 'restarts')).stdout, /learning_rate 0\.0025/v);
});

test('a changed file makes its old result stale, and a run replaces it', async t => {
  const inline = await Inline.create({'base.yaml': tinyExperiment});
  await makePhotos(inline.folder);
  t.is((await inline.ablate('run', '.')).code, 0);
  await inline.write('base.yaml', tinyExperiment.replace('epochs: 3', 'epochs: 2'));
  const plan = JSON.parse((await inline.ablate('plan', '.', '--json')).stdout) as Array<{state: string; basis: string}>;
  t.deepEqual(plan.map(({state, basis}) => [state, basis]), [['stale', 'measured']]);
  t.is((await inline.ablate('run', '.')).code, 0);
  const rows = await board(inline);
  t.deepEqual(rows.map(row => [row.name, row.status, row.stale]), [['base', 'done', false]]);
  t.deepEqual(inline.query('select epochs from leaderboard'), [{epochs: 2}]);
});

test('a data set that is not whole, or an engine that is not there, stops everything before anything is recorded', async t => {
  const inline = await Inline.create({'base.yaml': tinyExperiment.replace('{path: ./photos}', 'trashnet')});
  await makePhotos(inline.folder);
  await rename(path.join(inline.folder, 'photos'), path.join(inline.folder, 'trashnet'));
  const classes = ['cardboard', 'glass', 'metal', 'paper', 'plastic', 'trash'];
  for (const name of classes) {
    await cp(path.join(inline.folder, 'trashnet/red'), path.join(inline.folder, 'trashnet', name), {recursive: true});
  }

  const {code, stderr} = await inline.with({ABLATE_DATA: inline.folder}).ablate('run', '.');
  t.is(code, 2);
  t.regex(stderr, /cardboard: expected 403 photos, found 10/v);

  await inline.write('base.yaml', tinyExperiment.replace('./photos', './trashnet'));
  const withoutEngine = await inline.with({ABLATE_TENSORFLOW: '/nowhere', ABLATE_CACHE: path.join(inline.folder, 'cache')}).ablate('run', '.');
  t.is(withoutEngine.code, 2);
  t.deepEqual(inline.query('select run_id from runs'), []);
});

test('a row that takes the name of another file\'s row says so', async t => {
  const inline = await Inline.create({'a/base.yaml': tinyExperiment.replace('./photos', '../photos'), 'b/base.yaml': 'extends: ../a/base.yaml\nepochs: 2\n'});
  await makePhotos(inline.folder);
  t.is((await inline.ablate('run', 'a')).stderr, '');
  t.regex((await inline.ablate('run', 'b')).stderr, /base of b\/base\.yaml takes the place of base of a\/base\.yaml/v);
});

test('a killed worker is marked, and the sweep goes on', async t => {
  const inline = await Inline.create({
    'a-long.yaml': `${tinyExperiment.replace('epochs: 3', 'epochs: 100000')}resources: {max_restarts: 0}\n`,
    'b-short.yaml': tinyExperiment,
  });
  await makePhotos(inline.folder);
  const running = inline.start('run', '.', '--json');
  t.teardown(() => {
    running.kill('SIGKILL');
  });
  await killWorkerAfterAnEpoch(inline, 'a-long');
  const {code, stdout} = await running.finished;
  t.is(code, 1);
  t.regex(stdout, /SIGKILL/v);

  const {stdout: status} = await inline.ablate('status', '--json');
  const runs = JSON.parse(status) as Array<{name: string; status: string; epochs_done: number; problem: string}>;
  t.deepEqual(runs.map(run => [run.name, run.status]).toSorted(), [['a-long', 'failed'], ['b-short', 'done']]);
  const killed = runs.find(run => run.name === 'a-long')!;
  t.true(killed.epochs_done >= 1, 'its epochs are kept');
  t.regex(killed.problem, /SIGKILL/v);
});

test('Ctrl-C once stops after the step in hand, records it, and the next call takes the run up again', async t => {
  const inline = await Inline.create({'long.yaml': tinyExperiment.replace('epochs: 3', 'epochs: 100000')});
  await makePhotos(inline.folder);
  const running = inline.start('run', '.');
  t.teardown(() => {
    running.kill('SIGKILL');
  });
  await waitForEpoch(inline, 'long');
  running.kill('SIGINT');
  const {code, stderr} = await running.finished;
  t.is(code, 1);
  t.regex(stderr, /did not finish/v);
  const plan = JSON.parse((await inline.ablate('plan', '.', '--json')).stdout) as Array<{state: string}>;
  t.deepEqual(plan.map(({state}) => state), ['again']);
  const {stdout} = await inline.ablate('status', '--json');
  const [run] = JSON.parse(stdout) as Array<{status: string; problem_code: string}>;
  t.like(run, {status: 'interrupted', problem_code: 'run-interrupted'});
});

test('a sweep goes on when nobody reads along any more', async t => {
  const inline = await Inline.create({'base.yaml': tinyExperiment});
  await makePhotos(inline.folder);
  const running = inline.start('run', '.', '--json');
  running.hangUp();
  t.is((await running.finished).code, 0);
  t.deepEqual((await board(inline)).map(({name, status}) => [name, status]), [['base', 'done']]);
});

test('a run whose host was killed shows as interrupted at once, and following its log ends', async t => {
  const inline = await Inline.create({'long.yaml': tinyExperiment.replace('epochs: 3', 'epochs: 100000')});
  await makePhotos(inline.folder);
  const running = inline.start('run', '.');
  await waitForEpoch(inline, 'long');
  running.kill('SIGKILL');
  await running.finished;
  t.is((await inline.ablate('logs', 'long', '-f')).code, 0);
  const runs = JSON.parse((await inline.ablate('status', '--json')).stdout) as Array<{status: string; problem_code: string}>;
  t.deepEqual(runs.map(run => [run.status, run.problem_code]), [['interrupted', 'host-died']]);
});

test('the log of a run is found by its row\'s name', async t => {
  const inline = await Inline.create({'base.yaml': tinyExperiment});
  await makePhotos(inline.folder);
  await inline.ablate('run', '.');
  const {code, stdout} = await inline.ablate('logs', 'base');
  t.is(code, 0);
  t.regex(stdout, /attempt 1[\s\S]*epoch 3\/3/v);
  const [earlier] = inline.query('select run_id from runs') as Array<{run_id: string}>;
  await inline.write('base.yaml', tinyExperiment.replace('epochs: 3', 'epochs: 1'));
  await inline.ablate('run', '.');
  const [, newest] = inline.query('select run_id from runs order by rowid') as Array<{run_id: string}>;
  appendFileSync(path.join(inline.folder, 'runs', newest!.run_id, 'log.txt'), '\u{1B}[2Jgrün\n');
  t.regex((await inline.ablate('logs', 'base')).stdout, /epoch 1\/1[\s\S]*\u{241B}\[2Jgrün\n$/v);
  t.regex((await inline.ablate('logs', earlier!.run_id)).stdout, /epoch 3\/3/v, 'also that of an earlier configuration');
  const unknown = await inline.ablate('logs', 'bose');
  t.is(unknown.code, 2);
  t.regex(unknown.stderr, /bose: no run has this id/v);
});

test('the board sorts, selects and speaks CSV and Markdown', async t => {
  const inline = await Inline.create(sweep);
  await makePhotos(inline.folder);
  await inline.ablate('run', '.');
  const csv = await inline.ablate('board', '--csv', '--sort', 'name');
  t.deepEqual(csv.stdout.split('\r\n').map(line => line.split(',')[0]), ['name', 'base', 'sgd', '']);
  const markdown = await inline.ablate('board', '--md', '--where', 'seeds > 1');
  t.regex(markdown.stdout, /^\| row \|[\s\S]*\| sgd \| optimizer\.name adam → sgd \|/v);
  t.notRegex(markdown.stdout, /\| base \|/v);
  const elsewhere = new Inline(path.join(inline.folder, 'photos'));
  const {stdout} = await elsewhere.ablate('board', '../sgd.yaml', '--runs', '../runs', '--json');
  t.deepEqual((JSON.parse(stdout) as BoardRow[]).map(({name}) => name), ['sgd'], 'from another folder than it was run in');
  const wrong = await inline.ablate('board', '--where', 'sceds > 1');
  t.is(wrong.code, 2);
  t.regex(wrong.stderr, /seeds/v);
});

test('unreadable photos stop a run before it trains, and all of them are named', async t => {
  const inline = await Inline.create({'base.yaml': tinyExperiment});
  await makePhotos(inline.folder);
  await inline.write('photos/red/red3.png', 'no picture');
  await inline.write('photos/blue/blue7.png', '');
  const {code} = await inline.ablate('run', '.');
  t.is(code, 1);
  const {stdout} = await inline.ablate('status');
  t.regex(stdout, /blue7\.png[\s\S]*red3\.png/v);
  t.deepEqual(inline.query('select count(*) as epochs from epochs'), [{epochs: 0}]);
});

async function waitForEpoch(inline: Inline, row: string): Promise<string> {
  for (let tries = 0; tries < 1200; tries++) {
    const run = folders(inline).find(name => name.startsWith(row));
    const events = run === undefined ? '' : read(path.join(inline.folder, 'runs', run, 'events.jsonl'));
    if (run !== undefined && events.includes('"epoch"')) {
      return run;
    }

    await sleep(100);
  }

  throw new Error(`${row} never finished an epoch`);
}

function folders(inline: Inline): string[] {
  try {
    return readdirSync(path.join(inline.folder, 'runs'));
  } catch {
    return [];
  }
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

async function killWorkerAfterAnEpoch(inline: Inline, row: string): Promise<void> {
  const run = await waitForEpoch(inline, row);
  process.kill(heldRuns(path.join(inline.folder, 'runs')).get(run)!.worker!.pid, 'SIGKILL');
}
