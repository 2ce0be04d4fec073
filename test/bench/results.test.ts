import test from 'ava';
import {layoutResults} from '../../bench/layout-results.js';
import type {MeasureFacts, Sample} from '../../bench/measure.js';
import {csvName, toCsv, type Circumstances} from '../../bench/results-csv.js';

const step: MeasureFacts = {
  name: 'step',
  title: 'a step, of 32',
  unit: 's',
  digits: 2,
  bars: [{against: 'Keras', kind: 'at most', ratio: 0.75}],
};
const samples: readonly Sample[] = [
  {measure: 'step', side: 'ablate', repetition: 1, value: 1.5},
  {measure: 'step', side: 'Keras', repetition: 1, value: 1.75},
  {measure: 'step', side: 'ablate', repetition: 2, value: 1.5},
  {measure: 'step', side: 'Keras', repetition: 2, value: 2.25},
];
const here: Circumstances = {
  date: '2026-01-02T03:04:05.000Z',
  commit: 'abc1234',
  processor: 'Some CPU, 3 GHz',
  cores: 2,
  engine: 'tfjs 4.22.0 on tensorflow 2.15.1',
  keras: 'keras 2.15.0 on tensorflow 2.15.1',
  photos: 'trashnet',
};

test('the table has a line a side, the ratio beside its bar, and whether it holds', t => {
  t.deepEqual(layoutResults([step], samples), [
    'what           whose   minimum  median  maximum  unit  ratio  bar',
    'a step, of 32  ablate     1.50    1.50     1.50  s',
    '               Keras      1.75    2.00     2.25  s     0.750  at most 0.75  ✔',
  ]);
  const slower = layoutResults([step], samples.map(sample => sample.side === 'ablate' ? {...sample, value: 1.6} : sample))[2];
  t.true(slower!.endsWith('0.800  at most 0.75  ✖'));
});

test('the file has a line for each figure, with where and of what it is', t => {
  const [header, ...lines] = toCsv([step], samples, here).trimEnd().split('\n');
  t.is(header, 'measure,side,repetition,value,unit,date,commit,processor,cores,engine,keras,photos');
  t.is(lines.length, 4);
  t.is(lines[3], 'step,Keras,2,2.25,s,2026-01-02T03:04:05.000Z,abc1234,"Some CPU, 3 GHz",2,tfjs 4.22.0 on tensorflow 2.15.1,keras 2.15.0 on tensorflow 2.15.1,trashnet');
});

test('a measure taken again replaces its own lines of an earlier file alone', t => {
  const other = {...step, name: 'other'};
  const earlier = toCsv([step, other], [...samples, {measure: 'other', side: 'ablate', repetition: 1, value: 9}], here);
  const lines = toCsv([step], samples.slice(0, 1), {...here, commit: 'def5678'}, earlier).trimEnd().split('\n').slice(1);
  t.deepEqual(lines.map(line => line.split(',').filter((_, place) => [0, 3, 6].includes(place))), [['other', '9', 'abc1234'], ['step', '1.5', 'def5678']]);
});

test('the file is named after the machine, the engine and Keras', t => {
  t.is(csvName(here), 'some-cpu-3-ghz-2-cores_tfjs-4.22.0-on-tensorflow-2.15.1_keras-2.15.0-on-tensorflow-2.15.1.csv');
});
