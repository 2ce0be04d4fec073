import {spawnSync} from 'node:child_process';
import {mkdtempSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import {Inline, tinyExperiment} from '../run-inline.js';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const cli = fileURLToPath(new URL('../../src/cli.js', import.meta.url));

test('the experiments that come with ablate are valid', t => {
  const {status, stdout} = spawnSync(process.execPath, [cli, 'validate', 'experiments'], {cwd: root, encoding: 'utf8'});
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
  t.regex(stderr, /base\.yaml:2:17 dataset: .*photos: there is no such folder/v);
});

test('validating and asking for help load no TensorFlow', t => {
  const atExit = `process.on('exit', () => {
    const loaded = [...process.report.getReport().sharedObjects, ...Object.keys(require.cache)];
    process.stderr.write(JSON.stringify(loaded.filter(name => /tensorflow|tfjs/.test(name))));
  });`;
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ablate-probe-'));
  writeFileSync(path.join(folder, 'probe.cjs'), atExit);
  for (const args of [['--help'], ['validate', 'experiments']]) {
    const {stderr, status} = spawnSync(process.execPath, ['--require', path.join(folder, 'probe.cjs'), cli, ...args], {cwd: root, encoding: 'utf8'});
    t.is(status, 0);
    t.is(stderr, '[]');
  }
});
