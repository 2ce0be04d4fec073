import {spawnSync} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import {cp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {Inline, makePhotos, tinyExperiment} from '../run-inline.js';
import {cliFile} from '../cli-file.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
test('the experiments that come with ablate are valid', t => {
  const {status, stdout} = spawnSync(process.execPath, [cliFile, 'validate', 'experiments'], {cwd: root, encoding: 'utf8'});
  t.is(status, 0);
  t.regex(stdout, /no problems/v);
});

test('every problem is printed, and the exit code is 2', async t => {
  const inline = await Inline.create({'one.yaml': 'dataset: trashnet\nepochs: 0\nmodel: {layers: [flatten, {dense: {units: 6, unit: 6}}]}\n', 'two.yaml': 'extends: on.yaml\n'});
  const {code, stdout, stderr} = await inline.ablate('validate', '.');
  t.is(code, 2);
  t.is(stdout, '');
  t.is(stderr, `one.yaml:2:9 epochs: expected a number of at least 1 but got 0.
    2 | epochs: 0
      |         ^

one.yaml:3:46 model.layers.1.dense.unit: unknown key "unit". Did you mean "units"?
    3 | model: {layers: [flatten, {dense: {units: 6, unit: 6}}]}
      |                                              ^^^^

two.yaml:1:10 extends: there is no file on.yaml. Did you mean "one.yaml"?
    1 | extends: on.yaml
      |          ^^^^^^^

3 problems.
`);
});

test('problems are there as JSON too', async t => {
  const inline = await Inline.create({'one.yaml': 'dataset: trashnet\n'});
  const {code, stdout} = await inline.ablate('validate', '.', '--json');
  t.is(code, 2);
  const {valid, problems} = JSON.parse(stdout) as {valid: boolean; problems: Array<{file: string; line: number; column: number; key: string}>};
  t.false(valid);
  t.deepEqual(problems.map(({file, line, column, key}) => ({file, line, column, key})), [{file: 'one.yaml', line: 1, column: 1, key: ''}]);
});

test('photos are not needed, but a folder that is named must be there', async t => {
  const inline = await Inline.create({'base.yaml': tinyExperiment});
  const {code, stderr} = await inline.ablate('validate', '.');
  t.is(code, 2);
  t.regex(stderr, /base\.yaml:2:17 dataset\.path: .*photos: there is no such folder of photos\. Check `dataset: \{path: …\}`/v);
});

test('what is wrong beside the data is told once for a parent and its children, in the order of lines', async t => {
  const inline = await Inline.create({
    'base.yaml': `${tinyExperiment.replace('batch_size: 8', 'batch_size: 100')}seeds: []\n`,
    'child.yaml': 'extends: base.yaml\nepochs: 2\n',
  });
  await makePhotos(inline.folder);
  const {stderr} = await inline.ablate('validate', '.');
  t.deepEqual(stderr.match(/^\S+:\d+:\d+ \S+/gmv), ['base.yaml:13:13 batch_size:', 'base.yaml:14:8 seeds:']);
});

test('a class that is not in the data is told at the list of classes', async t => {
  const inline = await Inline.create({'base.yaml': tinyExperiment.replace('{path: ./photos}', '{path: ./photos, classes: [blue, gren]}')});
  await makePhotos(inline.folder);
  const {stderr} = await inline.ablate('validate', '.');
  t.regex(stderr, /base\.yaml:2:36 dataset\.classes: .*no folder for the class "gren".*Correct `dataset\.classes`/v);
});

test('every class must have photos that validate, and photos that train', async t => {
  const inline = await Inline.create({
    'base.yaml': tinyExperiment,
    'child.yaml': 'extends: base.yaml\nsplit: {validation: 0.05}\n',
    'default.yaml': tinyExperiment.replace(/split.*\n/v, '').replace('photos', 'others'),
  });
  await makePhotos(inline.folder);
  for (const index of Array.from({length: 9}, (_, place) => place + 1)) {
    await rm(path.join(inline.folder, `photos/red/red${index}.png`));
  }

  await cp(path.join(inline.folder, 'photos/blue'), path.join(inline.folder, 'others/blue'), {recursive: true});
  await cp(path.join(inline.folder, 'photos/red/red0.png'), path.join(inline.folder, 'others/few/0.png'));
  await cp(path.join(inline.folder, 'photos/red/red0.png'), path.join(inline.folder, 'others/few/1.png'));
  const {stderr} = await inline.ablate('validate', '.');
  t.deepEqual(stderr.split('\n').filter(line => /^\S+:\d.*photo/v.test(line)).map(line => line.replaceAll(inline.folder, '')), [
    'base.yaml:2:17 dataset.path: one photo cannot both train and validate, and there is no other of red (1) of /photos. Add photos, or list the other classes under `dataset.classes`.',
    'child.yaml:2:21 split.validation: the first 0.05 of each class\'s photos validate, which is none of blue (10), green (10) of /photos. Write 0.1 or more, or add photos.',
    'default.yaml:2:10 split.validation: the first 0.1 of each class\'s photos validate, which is none of few (2) of /others. Write 0.5 or more, or add photos.',
  ]);
});

test('a network without weights is told before it is trained', async t => {
  const inline = await Inline.create({'base.yaml': `
dataset: {path: ./photos}
split: {validation: 0.3}
batch_size: 8
model: {layers: [global_average_pooling2d, {activation: softmax}]}
`});
  await makePhotos(inline.folder);
  const {stderr} = await inline.ablate('validate', '.');
  t.regex(stderr, /base\.yaml:5:17 model\.layers: no layer of this network has weights.*Add a dense or conv2d layer\./v);
});

test('validating and asking for help load no TensorFlow', t => {
  const atExit = `process.on('exit', () => {
    const loaded = [...process.report.getReport().sharedObjects, ...Object.keys(require.cache)];
    process.stderr.write(JSON.stringify(loaded.filter(name => /tensorflow|tfjs/.test(name))));
  });`;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ablate-probe-'));
  writeFileSync(path.join(folder, 'probe.cjs'), atExit);
  for (const args of [['--help'], ['validate', 'experiments']]) {
    const {stderr, status} = spawnSync(process.execPath, ['--require', path.join(folder, 'probe.cjs'), cliFile, ...args], {cwd: root, encoding: 'utf8'});
    t.is(status, 0);
    // What is to be noted of the rows stands before it.
    t.is(stderr.split('\n').at(-1), '[]');
  }
});

test('a published history that cannot be read is told where a row names it, with its own line', async t => {
  const inline = await Inline.create({
    'table/base.yaml': `${tinyExperiment.replace('./photos', '../photos')}published: {validation_score: 0.9, history: ../history.csv}\n`,
    'table/child.yaml': 'extends: base.yaml\nepochs: 2\n',
    'history.csv': 'epoch,val_accuracy\n1,0.5\n2,75\n',
  });
  await makePhotos(inline.folder);
  const {code, stderr} = await inline.ablate('validate', 'table');
  t.is(code, 2);
  t.regex(stderr, /^table\/base\.yaml:\d+:\d+ published\.history: history\.csv:3 val_accuracy: expected a share from 0 to 1, got 75\. Divide figures in percent by 100\.$/mv);
  await inline.write('history.csv', 'epoch,val_accuracy\n1,0.5\n2,0.75\n');
  t.is((await inline.ablate('validate', 'table')).code, 0);
});
