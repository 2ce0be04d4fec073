import fs from 'node:fs';
import path from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import test from 'ava';
import {readEvents} from '../../src/protocol/read-events.js';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';
import {dumpOf} from '../store/fixtures/open-temporary.js';

const long = tinyExperiment.replace('epochs: 3', 'epochs: 100000');

async function setUp(files: Readonly<Record<string, string>>): Promise<Inline> {
  const inline = await Inline.create(files);
  await makePhotos(inline.folder);
  return inline;
}

function runsOf({folder}: Inline): string {
  return path.join(folder, 'runs');
}

function lose(inline: Inline): void {
  for (const name of fs.readdirSync(runsOf(inline)).filter(each => /^ablate\.db(?:-wal|-shm)?$/v.test(each))) {
    fs.rmSync(path.join(runsOf(inline), name));
  }
}

function eventsOf(inline: Inline, row: string) {
  const folder = fs.existsSync(runsOf(inline)) ? fs.readdirSync(runsOf(inline)).find(name => name.startsWith(`${row}-`)) : undefined;
  return folder === undefined ? [] : readEvents(path.join(runsOf(inline), folder, 'events.jsonl')).events;
}

async function untilEpoch(inline: Inline, row: string): Promise<void> {
  while (!eventsOf(inline, row).some(({type}) => type === 'epoch')) {
    await sleep(50);
  }
}

/** A folder with whatever can become of a run. */
async function makeHistory(): Promise<Inline> {
  const inline = await setUp({
    'base.yaml': `${tinyExperiment}seeds: [0, 1]\n`,
    'same.yaml': 'extends: base.yaml\nseeds: [0]\n',
    'changes.yaml': 'extends: base.yaml\nepochs: 1\npublished: {validation_score: 0.5}\n',
    'lost.yaml': `${long}resources: {timeout: 0.5s}\n`,
    'stops.yaml': tinyExperiment.replace('epochs: 3', 'epochs: 300'),
    'waits.yaml': 'extends: base.yaml\nepochs: 4\n',
    'never.yaml': 'extends: base.yaml\nepochs: 5\n',
  });
  await inline.ablate('run', 'base.yaml', 'same.yaml', 'changes.yaml', 'lost.yaml');
  await inline.ablate('retry', 'lost');
  await inline.write('changes.yaml', 'extends: base.yaml\nepochs: 2\nseeds: [1]\n');
  await inline.ablate('run', 'changes.yaml');
  const stopped = inline.start('run', 'stops.yaml', 'waits.yaml', 'never.yaml');
  await untilEpoch(inline, 'stops');
  // At once: its epochs may be over before another command has begun.
  stopped.kill('SIGINT');
  await stopped.finished;
  await inline.ablate('cancel', 'waits');
  await inline.ablate('run', 'stops.yaml');
  return inline;
}

test('a database that is lost is made anew, each row of each table as it was, and nothing is trained again for it', async t => {
  const inline = await makeHistory();
  const before = dumpOf(runsOf(inline));
  const shown = await Promise.all([inline.ablate('board', '--json'), inline.ablate('status', '--json')]);
  const statuses = inline.query('SELECT DISTINCT status, attempts FROM runs ORDER BY status, attempts').map(row => Object.values(row as object).join(' '));
  t.deepEqual(statuses, ['cancelled 0', 'done 1', 'done 2', 'queued 0', 'timed-out 2']);
  t.true(inline.query('SELECT 1 FROM runs WHERE status = \'done\' AND resumed_epoch IS NOT NULL').length > 0, 'a run that went on');
  t.true(inline.query('SELECT run_id FROM experiment_runs GROUP BY run_id HAVING count(DISTINCT experiment_id) > 1').length > 0, 'a shared run');
  t.true(inline.query('SELECT 1 FROM experiments WHERE current = 0').length > 0, 'an older form of a row');

  lose(inline);
  const refused = await inline.ablate('board');
  t.is(refused.code, 2);
  t.regex(refused.stderr, /is lost\n→ `ablate rebuild` makes it anew/v);
  t.false(fs.existsSync(path.join(runsOf(inline), 'ablate.db')));
  const {code, stdout, stderr} = await inline.ablate('rebuild');
  t.is(stderr, '');
  t.is(code, 0);
  t.regex(stdout, /^Made ablate\.db anew: \d+ runs, \d+ epochs\.\n$/v);
  t.deepEqual(dumpOf(runsOf(inline)), before);
  t.deepEqual(await Promise.all([inline.ablate('board', '--json'), inline.ablate('status', '--json')]), shown);

  lose(inline);
  const again = await inline.ablate('run', 'base.yaml', 'same.yaml', 'lost.yaml');
  t.regex(again.stderr, /^ablate\.db was lost and is made anew from the folders of \d+ runs\.\n/v);
  t.regex(again.stdout, /3 done already, 1 failed before, 0 to do/v);
  t.deepEqual(dumpOf(runsOf(inline)), before);
  t.is(eventsOf(inline, 'base').filter(({type}) => type === 'started').length, 1);
});

test('a damaged database is refused with the command that mends it, which keeps it', async t => {
  const inline = await setUp({'base.yaml': tinyExperiment});
  await inline.ablate('run', '.');
  const file = path.join(runsOf(inline), 'ablate.db');
  const before = dumpOf(runsOf(inline));
  const damaged = fs.readFileSync(file).fill('x', 0, 5000);
  fs.writeFileSync(file, damaged);
  for (const command of [['board'], ['status'], ['run', '.'], ['retry']]) {
    const {code, stderr} = await inline.ablate(...command);
    t.is(code, 2, `${command[0]}`);
    t.regex(stderr, /→ `ablate rebuild` makes it anew/v);
  }

  // What SQLite would take for the new one's own.
  fs.writeFileSync(`${file}-wal`, 'a log that belongs to the old one');
  const {code, stdout} = await inline.ablate('rebuild', '--json');
  t.is(code, 0);
  t.deepEqual(JSON.parse(stdout), {runs: 1, epochs: 3, hasPlans: true, leftOut: [], kept: 'ablate.db.damaged-1'});
  t.deepEqual(fs.readFileSync(`${file}.damaged-1`), damaged);
  t.true(fs.existsSync(`${file}.damaged-1-wal`));
  t.false(fs.existsSync(`${file}-wal`));
  t.deepEqual(dumpOf(runsOf(inline)), before);
  t.like(JSON.parse((await inline.ablate('rebuild', '--json')).stdout), {kept: 'ablate.db.damaged-2'});
  t.deepEqual(dumpOf(runsOf(inline)), before);
});

test('the database is left as it is while an ablate is at work in the folder, paused or not, and made anew once it was killed', async t => {
  const inline = await setUp({'base.yaml': long});
  const running = inline.start('run', '.');
  t.teardown(() => {
    running.kill('SIGKILL');
  });
  await untilEpoch(inline, 'base');
  const refused = await inline.ablate('rebuild');
  t.is(refused.code, 2);
  t.regex(refused.stderr, /another ablate \(process \d+ on .+\) is at work in it/v);
  await inline.ablate('pause');
  while (!eventsOf(inline, 'base').some(({type}) => type === 'ended')) {
    await sleep(50);
  }

  t.is((await inline.ablate('rebuild')).code, 2, 'it has no run, but is there');
  lose(inline);
  t.regex((await inline.ablate('run', '.')).stderr, /is at work in it/v);
  running.kill('SIGKILL');
  await running.finished;
  t.is((await inline.ablate('rebuild')).code, 0);
  t.like(JSON.parse((await inline.ablate('status', '--json')).stdout), [{status: 'interrupted'}]);
});

test('two sweeps that find the database lost make it anew once, and both find all done', async t => {
  const inline = await setUp({'base.yaml': `${tinyExperiment}seeds: [0, 1]\n`});
  await inline.ablate('run', '.');
  const before = dumpOf(runsOf(inline));
  lose(inline);
  const both = await Promise.all([inline.ablate('run', '.'), inline.ablate('run', '.')]);
  t.deepEqual(both.map(({code}) => code), [0, 0]);
  t.is(both.filter(({stderr}) => stderr.includes('was lost and is made anew')).length, 1);
  t.deepEqual(dumpOf(runsOf(inline)), before);
});
