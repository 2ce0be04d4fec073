import {Buffer} from 'node:buffer';
import {mkdtempSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {UserError} from '../../src/errors.js';
import {explainProblem, formatProblem} from '../../src/spec/explain-problem.js';
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

test('an override that excludes what a file says is told how to take that away, not itself', t => {
  const cwd = folderOf({'root.yaml': `${root}schedule: {name: step, boundaries: [1, 2]}\n`, 'child.yaml': 'extends: root.yaml\noptimizer: {clipnorm: 1}'});
  const asked = [
    ['root.yaml', 'schedule.every=2', '`boundaries` says already when the rate falls. Take `boundaries` away by `--set schedule.boundaries=null`.'],
    ['child.yaml', 'optimizer.clipvalue=2', 'gradients are clipped by `clipnorm` already: only one of them may be given. Take `clipnorm` away by `--set optimizer.clipnorm=null`.'],
  ] as const;
  for (const [file, override, message] of asked) {
    const {problems} = readExperiments([file], {cwd, overrides: [override]});
    t.deepEqual(problems.map(problem => [problem.place.source.label, problem.message]), [[`--set ${override}`, message]]);
  }

  t.deepEqual(readExperiments(['root.yaml'], {cwd, overrides: ['schedule.every=2', 'schedule.boundaries=null']}).problems, []);
});

test('an override without "=" is a user error', t => {
  const cwd = folderOf({'root.yaml': root});
  const error = t.throws(() => readExperiments(['root.yaml'], {cwd, overrides: ['epochs']}), {instanceOf: UserError});
  t.is(error?.code, 'bad-override');
});

test('an override without a value, or whose value is no YAML, is refused in one message that says so', t => {
  const cwd = folderOf({'root.yaml': root});
  const refused = [
    ['epochs=', /^--set epochs=: the value is missing$/v],
    ['epochs= ', /the value is missing$/v],
    ['epochs=[1', /^--set epochs=\[1: the value is not valid YAML: this "\[" is never closed: write "\]" behind its last value\.$/v],
    ['seeds=*none', /not valid YAML: unresolved alias \*none/v],
    ['seeds=&a [*a]', /not valid YAML: the alias \*a makes maps and lists stand within each other/v],
  ] as const;
  for (const [override, message] of refused) {
    const error = t.throws(() => readExperiments(['root.yaml'], {cwd, overrides: [override]}), {instanceOf: UserError, message});
    t.is(error?.code, 'bad-override');
  }

  t.is(readExperiments(['root.yaml'], {cwd, overrides: ['epochs=null']}).rows[0]?.experiment.config.epochs, 100);
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

test('a file that is not UTF-8 or far too large is a problem of that file, beside those of the others', t => {
  const cwd = folderOf({'right.yaml': root, 'wrong.yaml': `${root}epochs: 0\n`, 'huge.yaml': `# ${'x'.repeat(1_200_000)}\n${root}`});
  writeFileSync(path.join(cwd, 'bytes.yaml'), Buffer.from([0x61, 0x3A, 0xFF, 0xFE]));
  const {rows, problems} = readExperiments(['.'], {cwd});
  t.deepEqual(rows.map(row => row.experiment.name), ['right']);
  t.deepEqual(problems.map(problem => formatProblem(explainProblem(problem)).split('\n', 1)[0]), [
    'bytes.yaml:1:1: the file is not UTF-8 text. Save it as UTF-8.',
    'huge.yaml:1:1: more than 200000 bytes are too many for an experiment file. Check that it is the file you meant.',
    'wrong.yaml:8:9 epochs: expected a number of at least 1 but got 0.',
  ]);
});

test('a path in a matrix or a parent is relative to the file that it stands in, and one on the command line to the working folder', t => {
  const cwd = folderOf({});
  const below = mkdtempSync(path.join(cwd, 'below-'));
  const other = mkdtempSync(path.join(cwd, 'other-'));
  writeFileSync(path.join(below, 'base.yaml'), `${root}matrix: {dataset.path: [../photos, few]}`.replace('dataset: trashnet', 'dataset: {path: x}'));
  writeFileSync(path.join(other, 'child.yaml'), `extends: ../${path.basename(below)}/base.yaml\nmatrix: {dataset: [{path: mine}]}`);
  const pathsOf = (file: string, overrides: string[] = []) => readExperiments([file], {cwd, overrides}).rows
    .map(({experiment: {name, config: {dataset}}}) => [name, (dataset as {path: string}).path]);
  t.deepEqual(pathsOf(path.join(below, 'base.yaml')), [['base_path=..-photos', path.join(cwd, 'photos')], ['base_path=few', path.join(below, 'few')]]);
  t.deepEqual(pathsOf(path.join(other, 'child.yaml')), [['child_dataset=path=mine', path.join(other, 'mine')]]);
  t.deepEqual(pathsOf(path.join(other, 'child.yaml'), ['dataset.path=here']), [['child_dataset=path=mine_path=here', path.join(cwd, 'here')]]);
});

test('values of a matrix whose names would be the same are numbered', t => {
  const long = (units: number) => `[flatten, {dense: {units: 16, activation: relu}}, {dense: {units: ${units}}}, {dense: {units: classes, activation: softmax}}]`;
  const cwd = folderOf({'row.yaml': `${root}matrix: {model.layers: [${long(8)}, ${long(9)}], dataset: [{path: a+b}, {path: a b}, {path: c}]}`});
  const names = readExperiments(['row.yaml'], {cwd}).rows.map(row => row.experiment.name);
  t.is(new Set(names).size, 6);
  t.deepEqual(names.slice(0, 3).map(name => name.replace(/^.*_dataset/v, '')), ['=path=a-b.1', '=path=a-b.2', '=path=c']);
});

test('an override of what makes a file, or of part of a list, is refused', t => {
  const cwd = folderOf({'root.yaml': root});
  const refused = [
    ['extends=other.yaml', '`extends` can only stand in a file'],
    ['matrix={epochs: [1]}', '`matrix` can only'],
    ['matrix.epochs=[1]', '`matrix` can only'],
    ['model.layers.1.dense.units=3', '"model.layers" is a list'],
  ] as const;
  for (const [override, says] of refused) {
    const error = t.throws(() => readExperiments(['root.yaml'], {cwd, overrides: [override]}), {instanceOf: UserError, message: new RegExp(says, 'v')});
    t.is(error?.code, 'bad-override');
    t.truthy(error?.hint);
  }
});

test('an override that names another optimizer leaves the options behind that only the file\'s knows', t => {
  const cwd = folderOf({'root.yaml': root.replace('adam,', 'adam, beta_1: 0.8,')});
  const {rows} = readExperiments(['root.yaml'], {cwd, overrides: ['optimizer.name=sgd']});
  t.deepEqual(rows[0]?.experiment.config.optimizer, {name: 'sgd', learning_rate: 0.01, momentum: 0, nesterov: false});
  const {problems} = readExperiments(['root.yaml'], {cwd, overrides: ['optimizer.beta_1=0.7', 'optimizer.name=sgd']});
  t.deepEqual(problems.map(({key}) => key), ['optimizer.beta_1'], 'what was asked for beside the name is not left behind');
});

test('a row of a matrix is compared with its file\'s parent, or else with its file without the matrix', t => {
  const cwd = folderOf({'root.yaml': `${root}matrix: {batch_size: [8, 16]}`, 'child.yaml': 'extends: root.yaml\nmatrix: {epochs: [3]}'});
  const shown = (file: string, overrides: string[] = []) => readExperiments([file], {cwd, overrides}).rows
    .map(({experiment: {name, parent, changes}}) => [name, parent, changes.map(({key, to}) => `${key}=${String(to)}`)]);
  t.deepEqual(shown('root.yaml'), [['root_batch_size=8', 'root', ['batch_size=8']], ['root_batch_size=16', 'root', ['batch_size=16']]]);
  t.deepEqual(shown('child.yaml', ['image_size=8']), [['child_epochs=3_image_size=8', 'root_image_size=8', ['epochs=3']]]);
});

test('a name with more characters than a folder may have is refused', t => {
  const varied = ['width_shift_range', 'height_shift_range', 'shear_range', 'zoom_range', 'rotation_range'].map(key => `augment.${key}: [0.0123456789012345678, 0]`);
  const cwd = folderOf({'row.yaml': `${root}name: ${'x'.repeat(90)}\nmatrix: {${varied.join(', ')}}`});
  t.regex(readExperiments(['row.yaml'], {cwd}).problems[0]?.message ?? '', /has \d+ characters .*more than 200\. Vary fewer keys/v);
});
