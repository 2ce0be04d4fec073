import test from 'ava';
import {formatBytes} from '../../src/report/format-bytes.js';
import {formatChanges} from '../../src/report/format-changes.js';
import {formatDuration} from '../../src/report/format-duration.js';
import {layoutTable} from '../../src/report/layout-table.js';

test('durations read as a person says them', t => {
  t.deepEqual([0.04, 9.94, 9.96, 59.6, 185, 3599.6, 7800].map(seconds => formatDuration(seconds)), ['0.0 s', '9.9 s', '10 s', '1 min 00 s', '3 min 05 s', '1 h 00 min', '2 h 10 min']);
});

test('sizes stand in the unit that suits them', t => {
  t.deepEqual([0, 1, 2000, 999_600, 588_900_000, 999_600_000, 23_450_000_000].map(bytes => formatBytes(bytes)), ['0 kB', '1 kB', '2 kB', '1 MB', '589 MB', '1.0 GB', '23.4 GB']);
});

test('changes are a phrase', t => {
  t.is(formatChanges([{key: 'optimizer.name', from: 'adam', to: 'sgd'}, {key: 'dropout', from: undefined, to: 0.2}]), 'optimizer.name adam → sgd, dropout 0.2');
  t.is(formatChanges([{key: 'augment', from: {rotation_range: 30}, to: 'none'}]), 'augment → none');
  t.is(formatChanges([{key: 'dropout', from: 0.2, to: undefined}]), 'dropout 0.2 → none');
});

test('a changed list of layers names the kinds that came and went', t => {
  const from = [{flatten: {}}, {dense: {units: 8}}];
  t.is(formatChanges([{key: 'model.layers', from, to: [...from, {dropout: 0.1}, {dropout: 0.2}]}]), 'layers +dropout x2');
  t.is(formatChanges([{key: 'model.layers', from, to: from.toReversed()}]), 'layers changed');
});

test('a table aligns its columns by what a terminal shows, and drops those of least priority where it is narrow', t => {
  const columns = [
    {title: 'row', cells: ['a', 'längst']},
    {title: 'score', align: 'right' as const, cells: ['0.5', '0.75']},
    {title: 'detail', priority: 2, cells: ['something long', '']},
  ];
  t.deepEqual(layoutTable(columns, 80), [
    'row     score  detail',
    'a         0.5  something long',
    'längst   0.75',
  ]);
  t.is(layoutTable(columns, 20)[0], 'row     score');
});

test('a column that may be cut is cut before it is left out', t => {
  const columns = [
    {title: 'row', cells: ['a']},
    {title: 'change', priority: 1, minWidth: 8, cells: ['optimizer adam → sgd']},
  ];
  t.deepEqual(layoutTable(columns, 14), ['row  change', 'a    optimize…']);
  t.deepEqual(layoutTable(columns, 12), ['row', 'a']);
});

test('a map among the changes is written as in YAML, with fractions of four digits', t => {
  const crop = {scale: [0.5, 1], ratio: [3 / 4, 4 / 3]};
  t.is(formatChanges([{key: 'augment.random_crop', from: undefined, to: crop}]), 'augment.random_crop {scale: [0.5, 1], ratio: [0.75, 1.333]}');
  t.is(formatChanges([{key: 'dataset', from: 'trashnet', to: {path: 'photos'}}]), 'dataset trashnet → {path: photos}');
  t.is(formatChanges([{key: 'schedule.values', from: undefined, to: [0.000_012_346, 1_234_567]}]), 'schedule.values [0.00001235, 1234567]');
});
