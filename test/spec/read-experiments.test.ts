import {Buffer} from 'node:buffer';
import {mkdtempSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {UserError} from '../../src/errors.js';
import {explainProblem} from '../../src/spec/explain-problem.js';
import {readExperiments} from '../../src/spec/read-experiments.js';

const root = `
dataset: trashnet
image_size: 32
model:
  layers: [flatten, {dense: {units: 8}}, {dense: {units: classes, activation: softmax}}]
optimizer: {name: adam, learning_rate: 0.01}
augment: {rotation_range: 30, horizontal_flip: true}
`;

function folderOf(files: Record<string, string>): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ablate-spec-'));
  for (const [name, text] of Object.entries(files)) {
    writeFileSync(path.join(folder, name), text);
  }

  return folder;
}

function changesOf(child: string, overrides: string[] = []) {
  const cwd = folderOf({'root.yaml': root, 'child.yaml': `extends: root.yaml\n${child}`});
  const {rows, problems} = readExperiments(['child.yaml'], {cwd, overrides});
  return problems.length > 0 ? problems.map(problem => problem.message) : rows[0]?.experiment.changes;
}

test('a child\'s changes are what differs from its parent\'s resolved configuration', t => {
  t.deepEqual(changesOf('epochs: 3'), [{key: 'epochs', from: 100, to: 3}]);
  t.deepEqual(changesOf('batch_size: 32'), [], 'the parent has 32 by default');
});

test('a change of optimizer is one change, without the options that come with it', t => {
  t.deepEqual(changesOf('optimizer: {name: sgd}'), [{key: 'optimizer.name', from: 'adam', to: 'sgd'}]);
});

test('no augmentation is one change', t => {
  const changes = changesOf('augment: none') as unknown as Array<{key: string; to: unknown}>;
  t.deepEqual(changes.map(({key, to}) => [key, to]), [['augment', 'none']]);
});

test('a changed option of one layer is named by its place', t => {
  const layers = 'model: {layers: [flatten, {dense: {units: 16}}, {dense: {units: classes, activation: softmax}}]}';
  t.deepEqual(changesOf(layers), [{key: 'model.layers.1.dense.units', from: 8, to: 16}]);
});

test('seeds are no change', t => {
  t.deepEqual(changesOf('seeds: [1, 2, 3]'), []);
});

test('null takes an inherited key away', t => {
  const cwd = folderOf({'root.yaml': root, 'child.yaml': 'extends: root.yaml\noptimizer: {learning_rate: null}'});
  const {rows} = readExperiments(['child.yaml'], {cwd});
  t.is(rows[0]?.experiment.config.optimizer.learning_rate, 0.001, 'Keras\' default for adam');
});

test('an override wins over the file and is no change against the parent', t => {
  t.deepEqual(changesOf('epochs: 3', ['epochs=2', 'optimizer.learning_rate=0.5']), []);
  const cwd = folderOf({'root.yaml': root});
  const {rows} = readExperiments(['root.yaml'], {cwd, overrides: ['epochs=2', 'seeds=[4, 5]']});
  t.is(rows[0]?.experiment.config.epochs, 2);
  t.deepEqual(rows[0]?.experiment.config.seeds, [4, 5]);
});

test('what is tried with an override is a row of its own, whose parent is tried alike', t => {
  const cwd = folderOf({'root.yaml': root, 'child.yaml': 'extends: root.yaml\nepochs: 3'});
  const namesWith = (...overrides: string[]) => readExperiments(['child.yaml'], {cwd, overrides}).rows
    .map(({experiment: {name, parent}}) => [name, parent]);
  t.deepEqual(namesWith('optimizer.learning_rate=0.5', 'batch_size=8'), [['child_learning_rate=0.5_batch_size=8', 'root_learning_rate=0.5_batch_size=8']]);
  t.deepEqual(namesWith('seeds=[4, 5]'), [['child', 'root']], 'more seeds are more of the same row');
  t.deepEqual(namesWith('name=other'), [['other', 'root']]);
});

test('a wrong override is reported as what it is, without a line', t => {
  const cwd = folderOf({'root.yaml': root});
  const {problems} = readExperiments(['root.yaml'], {cwd, overrides: ['optimizer.name=nadm']});
  t.is(problems.length, 1);
  const {file, line, key} = explainProblem(problems[0]!);
  t.deepEqual({file, line, key}, {file: '--set optimizer.name=nadm', line: undefined, key: 'optimizer.name'});
});

test('an override without "=" is a user error', t => {
  const cwd = folderOf({'root.yaml': root});
  const error = t.throws(() => readExperiments(['root.yaml'], {cwd, overrides: ['epochs']}), {instanceOf: UserError});
  t.is(error?.code, 'bad-override');
});

test('paths of a parent mean the same in a child in another folder', t => {
  const cwd = folderOf({'root.yaml': root.replace('dataset: trashnet', 'dataset: {path: photos}')});
  const below = mkdtempSync(path.join(cwd, 'below-'));
  writeFileSync(path.join(below, 'child.yaml'), 'extends: ../root.yaml');
  const {rows} = readExperiments([path.join(below, 'child.yaml')], {cwd});
  t.deepEqual(rows[0]?.experiment.config.dataset, {path: path.join(cwd, 'photos')});
});

test('a folder gives its files in the order of their names, parents before longer names, without those that begin with _', t => {
  const child = (name: string) => `extends: _root.yaml\nname: ${name}`;
  const cwd = folderOf({'_root.yaml': root, 'b-more.yaml': child('b-more'), 'b.yaml': child('b'), 'a.yml': child('a')});
  t.deepEqual(readExperiments(['.'], {cwd}).rows.map(row => row.experiment.name), ['a', 'b', 'b-more']);
});

test('a folder without experiments and a path that does not exist are user errors', t => {
  const cwd = folderOf({'experiment.yaml': root});
  const empty = mkdtempSync(path.join(cwd, 'empty-'));
  const none = t.throws(() => readExperiments([empty], {cwd}), {instanceOf: UserError});
  t.is(none?.code, 'no-experiments');
  const error = t.throws(() => readExperiments(['experimnt.yaml'], {cwd}), {instanceOf: UserError});
  t.is(error?.code, 'no-such-path');
  t.regex(error?.message ?? '', /Did you mean "experiment\.yaml"/v);
});

test('bytes that are not UTF-8 are a user error', t => {
  const cwd = folderOf({});
  writeFileSync(path.join(cwd, 'bytes.yaml'), Buffer.from([0x61, 0x3A, 0xFF, 0xFE]));
  const error = t.throws(() => readExperiments(['bytes.yaml'], {cwd}), {instanceOf: UserError});
  t.is(error?.code, 'not-text');
});
