import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import path from 'node:path';
import test from 'ava';
import {openStore} from '../../src/store/open-store.js';
import {planRun} from '../queue/fixtures/plan-run.js';
import {Inline} from '../run-inline.js';
import {attemptOf} from '../store/fixtures/events.js';

async function makeResults(): Promise<Inline> {
  const inline = await Inline.create({});
  const store = openStore(path.join(inline.folder, 'runs'));
  const runs = [planRun('first'), planRun('second', {epochs: 5}), planRun('queued', {epochs: 7})];
  store.recordPlan(runs);
  for (const run of runs.slice(0, 2)) {
    for (const event of attemptOf([0.25, 0.5])) {
      store.ingest(run.id, event);
    }
  }

  store.close();
  return inline;
}

test('every run with an epoch is exported, or those that are named, and the same again', async t => {
  const inline = await makeResults();
  const all = await inline.ablate('export', 'csv');
  t.is(all.stdout, '2 runs in export/csv\n');
  const names = readdirSync(path.join(inline.folder, 'export/csv'));
  t.deepEqual(names.map(name => name.replace(/-\w{8}\.csv$/v, '')), ['first-0', 'second-0']);
  const before = readFileSync(path.join(inline.folder, 'export/csv', names[0]!), 'utf8');
  t.is(before.split('\r\n').length, 4);
  await inline.ablate('export', 'csv');
  t.is(readFileSync(path.join(inline.folder, 'export/csv', names[0]!), 'utf8'), before);

  const one = await inline.ablate('export', 'tensorboard', 'second', '-o', 'logs');
  t.is(one.stdout, '1 run in logs; look at them with: tensorboard --logdir logs\n');
  t.is(readdirSync(path.join(inline.folder, 'logs')).length, 1);
  t.regex((await inline.ablate('export', 'mlflow')).stdout, /^2 runs in export\/mlflow; look at them with: .*mlflow ui --backend-store-uri export\/mlflow\n$/v);
});

test('what is not there, and a folder that cannot be written, end with 2 and what to do', async t => {
  const inline = await makeResults();
  const unknown = await inline.ablate('export', 'csv', 'frist');
  t.is(unknown.code, 2);
  t.regex(unknown.stderr, /^frist: no run has this id/v);
  mkdirSync(path.join(inline.folder, 'other'));
  writeFileSync(path.join(inline.folder, 'other/taken'), '');
  const taken = await inline.ablate('export', 'csv', '-o', 'other/taken');
  t.is(taken.code, 2);
  t.regex(taken.stderr, /^other\/taken\/first-0-\w{8}\.csv: cannot be written \(a file is in the way\)\n→ Name another folder: `-o FOLDER`\.\n$/v);
  t.is((await Inline.create({}).then(async empty => empty.ablate('export', 'csv'))).code, 2);
});

test('names of classes, which a list of labels gives, lead to no file outside the folder', async t => {
  const inline = await Inline.create({});
  const classes = ['../../../../../evil', '..', 'a/b', 'a_x2F_b', 'a\u001Bb', '长'.repeat(300)];
  const {experiment, ...run} = planRun('labelled');
  const config = {...experiment.config, class_weight: Object.fromEntries(classes.map(name => [name, 2]))};
  const store = openStore(path.join(inline.folder, 'runs'));
  store.recordPlan([{...run, experiment: {...experiment, config}}]);
  for (const event of attemptOf([0.25])) {
    store.ingest(run.id, event);
  }

  store.close();
  t.like(await inline.ablate('export', 'mlflow', '-o', 'out/deep'), {code: 0, stderr: ''});
  t.deepEqual(readdirSync(inline.folder).toSorted(), ['out', 'runs']);
  const files = readdirSync(path.join(inline.folder, 'out'), {recursive: true, encoding: 'utf8'}).filter(file => file.includes('class_weight'));
  const [long, ...short] = files.map(file => file.replace(/^deep\/\d{18}\/[\da-f]{32}\/params\/class_weight\./v, '')).toSorted((left, right) => right.length - left.length);
  t.regex(long!, /^长{50,}-[\da-f]{16}$/v);
  t.deepEqual(short.toSorted(), ['..', '.._x2F_.._x2F_.._x2F_.._x2F_.._x2F_evil', 'a_x1B_b', 'a_x2F_b', 'a_x5F_x2F_b']);
});
