import {mkdtempSync, writeFileSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import {formatChanges} from '../../src/report/format-changes.js';
import {readExperiments} from '../../src/spec/read-experiments.js';

const root = `
dataset: trashnet
image_size: 8
model:
  layers: [flatten, {dense: {units: classes, activation: softmax}}]
`;

/** Each row's parent and what it changes, as a table shows them. */
function shown(child: string, {parent = '', overrides = []}: {parent?: string; overrides?: string[]} = {}): string[] {
  const cwd = mkdtempSync(path.join(os.tmpdir(), 'ablate-changes-'));
  writeFileSync(path.join(cwd, 'root.yaml'), `${root}${parent}`);
  writeFileSync(path.join(cwd, 'child.yaml'), `extends: root.yaml\n${child}`);
  const {rows, problems} = readExperiments(['child.yaml'], {cwd, overrides});
  return problems.length > 0
    ? problems.map(({message}) => message)
    : rows.map(({experiment}) => `${experiment.parent}: ${formatChanges(experiment.changes)}`);
}

test('beside another schedule stands every option that is not at its default', t => {
  t.deepEqual(
    shown('schedule: {name: sgdr, first_decay: 1, t_mul: 1, warmup: 0.5}'),
    ['root: schedule.name constant → sgdr, schedule.first_decay 1, schedule.t_mul 1, schedule.warmup 0 → 0.5'],
  );
  t.deepEqual(
    shown('schedule: {name: plateau, patience: 0, factor: 0.5, monitor: val_accuracy}'),
    ['root: schedule.name constant → plateau, schedule.monitor val_accuracy, schedule.factor 0.5, schedule.patience 0'],
  );
  t.deepEqual(shown('schedule: {name: cosine, alpha: 0.1}'), ['root: schedule.name constant → cosine, schedule.alpha 0.1']);
  t.deepEqual(shown('schedule: {name: sgdr, t_mul: 2}'), ['root: schedule.name constant → sgdr'], 'its default');
  t.deepEqual(shown('schedule: {name: step, boundaries: [30], values: [0.1]}'), ['root: schedule.name constant → step, schedule.boundaries [30], schedule.values [0.1]']);
});

test('beside another optimizer stand the options that somebody chose, and no defaults of its own', t => {
  t.deepEqual(shown('optimizer: {name: sgd, momentum: 0.9}'), ['root: optimizer.name adam → sgd, optimizer.momentum 0.9']);
  t.deepEqual(shown('optimizer: {name: adamw}'), ['root: optimizer.name adam → adamw']);
  t.deepEqual(shown('optimizer: {name: sgd, learning_rate: 0.1}'), ['root: optimizer.name adam → sgd, optimizer.learning_rate 0.001 → 0.1']);
});

test('what the parent chose and another optimizer inherits is no change, and is one where it is taken back', t => {
  const parent = 'optimizer: {name: adam, learning_rate: 0.1, beta_1: 0.8, clipnorm: 1}';
  t.deepEqual(shown('optimizer: {name: nadam}', {parent}), ['root: optimizer.name adam → nadam']);
  t.deepEqual(
    shown('optimizer: {name: sgd, learning_rate: null, clipnorm: null}', {parent}),
    ['root: optimizer.name adam → sgd, optimizer.learning_rate 0.1 → 0.01, optimizer.clipnorm 1 → none'],
  );
});

test('beside another method of the split stand its seed, folds and fold', t => {
  t.deepEqual(shown('split: {method: stratified, validation: 0.2, seed: 3}'), ['root: split.method keras → stratified, split.validation 0.1 → 0.2, split.seed 3']);
  t.deepEqual(shown('split: {method: kfold, folds: 3}\nmatrix: {split.fold: [0, 1, 2]}'), [
    'root: split.method keras → kfold, split.folds 3',
    'root: split.method keras → kfold, split.folds 3, split.fold 1',
    'root: split.method keras → kfold, split.folds 3, split.fold 2',
  ]);
  t.deepEqual(shown('split: {method: keras}', {parent: 'split: {method: kfold, fold: 2}'}), ['root: split.method kfold → keras']);
});

test('rows of a matrix differ in what varies', t => {
  t.deepEqual(shown('matrix: {schedule.name: [sgdr], schedule.t_mul: [1, 2, 3]}'), [
    'root: schedule.name constant → sgdr, schedule.t_mul 1',
    'root: schedule.name constant → sgdr',
    'root: schedule.name constant → sgdr, schedule.t_mul 3',
  ]);
});

test('an override that the parent cannot have is a change against the parent as it is', t => {
  const child = 'schedule: {name: sgdr, first_decay: 1, t_mul: 1}';
  t.deepEqual(shown(child, {overrides: ['schedule.first_decay=100']}), ['root: schedule.name constant → sgdr, schedule.first_decay 100, schedule.t_mul 1']);
  t.deepEqual(shown('matrix: {schedule.name: [sgdr]}', {overrides: ['schedule.t_mul=3']}), ['root: schedule.name constant → sgdr, schedule.t_mul 3']);
});

test('an override that the parent can have is laid on both, and all else is compared', t => {
  t.deepEqual(
    shown('schedule: {name: sgdr, t_mul: 1}', {parent: 'schedule: {name: constant}', overrides: ['schedule.warmup=3']}),
    ['root_warmup=3: schedule.name constant → sgdr, schedule.t_mul 1'],
  );
  t.deepEqual(shown('optimizer: {name: nadam, clipnorm: 1}', {overrides: ['optimizer.name=sgd']}), ['root_optimizer=sgd: optimizer.clipnorm 1']);
});
