import test from 'ava';
import type {PlannedRun} from '../../src/domain/planned-run.js';
import {planRun} from '../queue/fixtures/plan-run.js';
import {attemptOf} from './fixtures/events.js';
import {ingestAll, openTemporary} from './fixtures/open-temporary.js';

/** Two seeds that share one experiment, as the plan stage makes them. */
function seedsOf(name: string, epochs: number, seeds: readonly number[], published?: number): PlannedRun[] {
  const {experiment} = planRun(name, {epochs, published});
  return seeds.map(seed => ({...planRun(name, {seed, epochs}), experiment}));
}

test('the leaderboard\'s figures are the means, extremes and counts of the finished seeds', t => {
  const {store, sql} = openTemporary();
  const runs = seedsOf('row', 3, [0, 1, 2, 3], 0.9);
  store.recordPlan(runs);
  const accuracies = [[0.2, 0.8, 0.5], [0.3, 0.4, 0.6], [0.1, 0.9, 0.7]];
  for (const [index, values] of accuracies.entries()) {
    ingestAll(store, runs[index]!.id, attemptOf(values, {seconds: 10 * (index + 1)}));
  }

  ingestAll(store, runs[3]!.id, attemptOf([1, 1, 1], {status: 'failed', seconds: 1000}));
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const last = accuracies.map(values => values.at(-1)!);
  const [row] = store.boardRows();
  t.like(row, {
    name: 'row', file: 'experiments/row.yaml', parent: null, changes: [], dataset: 'drawn-litter', synthetic: true, seeds: 3, seeds_planned: 4,
    epochs: 3, last_min: Math.min(...last), last_max: Math.max(...last), published: 0.9, validation_pictures: 5,
    engine: 'tensorflow 2.15.1', device: 'CPU (2 threads)', seconds: 20, status: 'partial', stale: false,
  });
  t.true(Math.abs(row!.last! - mean(last)) < 1e-12);
  t.true(Math.abs(row!.best! - mean(accuracies.map(values => Math.max(...values)))) < 1e-12);
  t.deepEqual(Object.keys(row!), sql.prepare('SELECT * FROM leaderboard').columns().map(({name}) => name));
});

test('a seed that was trained again counts once, and seeds that are planned no more by their newest run', t => {
  const {store} = openTemporary();
  const [first, other] = seedsOf('row', 1, [0, 1]);
  const again = (run: PlannedRun, mark: string) => ({...run, id: `${run.id}-${mark}`, fingerprint: `${run.fingerprint}-${mark}`});
  store.recordPlan([first!, other!]);
  ingestAll(store, first!.id, attemptOf([0.2]));
  ingestAll(store, other!.id, attemptOf([0.4]));
  t.like(store.boardRows()[0], {seeds: 2, seeds_planned: 2});

  const [firstAgain, otherAgain] = [again(first!, 'b'), again(other!, 'b')];
  store.recordPlan([firstAgain, otherAgain]);
  t.like(store.boardRows()[0], {seeds: 0, seeds_planned: 2, last: null, stale: true}, 'what is to be trained again counts no more');
  ingestAll(store, firstAgain.id, attemptOf([0.8]));
  ingestAll(store, otherAgain.id, attemptOf([0.6]));
  t.like(store.boardRows()[0], {seeds: 2, seeds_planned: 2, last_min: 0.6, last_max: 0.8});

  store.recordPlan([firstAgain]);
  t.like(store.boardRows()[0], {seeds: 2, last_min: 0.6, last_max: 0.8}, 'of the seed that is planned no more the first run is old');
});

test('runs on different devices are called mixed', t => {
  const {store} = openTemporary();
  const runs = seedsOf('row', 1, [0, 1]);
  store.recordPlan(runs);
  ingestAll(store, runs[0]!.id, attemptOf([0.5]));
  ingestAll(store, runs[1]!.id, attemptOf([0.5], {device: 'H100'}));
  t.like(store.boardRows()[0], {engine: 'tensorflow 2.15.1', device: 'mixed'});
});

test('the best row comes first, and a row without a result last', t => {
  const {store} = openTemporary();
  const runs = [planRun('none', {epochs: 1}), planRun('low', {epochs: 2}), planRun('high', {epochs: 3})];
  store.recordPlan(runs);
  ingestAll(store, runs[1]!.id, attemptOf([0.9, 0.3]));
  ingestAll(store, runs[2]!.id, attemptOf([0.1, 0.1, 0.6]));
  t.deepEqual(store.boardRows().map(({name}) => name), ['high', 'low', 'none']);
});

for (const [status, word] of [['failed', 'failed'], ['timed-out', 'timed-out'], ['out-of-memory', 'out-of-memory'], ['interrupted', 'interrupted']] as const) {
  test(`a row whose only run ended as ${status} says ${word}`, t => {
    const {store} = openTemporary();
    const run = planRun('row');
    store.recordPlan([run]);
    ingestAll(store, run.id, attemptOf([0.5], {status}));
    t.like(store.boardRows()[0], {status: word, seeds: 0, last: null, engine: null, seconds: null});
  });
}

test('run rows say how far each run is and why it ended', t => {
  const {store} = openTemporary();
  const runs = [planRun('a', {epochs: 4}), planRun('b', {epochs: 5}), planRun('c', {epochs: 6})];
  store.recordPlan(runs);
  ingestAll(store, runs[0]!.id, attemptOf([0.5, 0.6], {status: 'failed'}));
  ingestAll(store, runs[1]!.id, attemptOf([0.4]).slice(0, 2));
  t.deepEqual(store.runRows().map(row => [row.name, row.status, row.epochs_done, row.epochs, row.val_accuracy, row.seconds, row.problem, row.hint]), [
    ['a', 'failed', 2, 4, 0.6, 10, 'gone', 'look'],
    ['b', 'running', 1, 5, 0.4, null, null, null],
    ['c', 'queued', 0, 6, null, null, null, null],
  ]);
});

test('measured epochs leave the first one out where there is another', t => {
  const {store} = openTemporary();
  const [three, one, none] = [planRun('three', {epochs: 3}), planRun('one', {epochs: 1}), planRun('none', {epochs: 2})];
  store.recordPlan([three, one, none]);
  ingestAll(store, three.id, attemptOf([0.5, 0.6, 0.7]));
  ingestAll(store, one.id, attemptOf([0.5], {seq: 20}));
  ingestAll(store, none.id, attemptOf([], {seq: 40, status: 'failed'}));
  t.deepEqual(store.measuredEpochs().map(({config, ...measured}) => ({epochs: config.epochs, ...measured})), [
    {epochs: 1, device: 'CPU (2 threads)', threads: 2, seconds: 9, pictures: 8},
    {epochs: 3, device: 'CPU (2 threads)', threads: 2, seconds: 3.5, pictures: 8},
  ]);
});

test('runs that count as running but are not alive are settled as interrupted', t => {
  const {store} = openTemporary();
  const runs = [planRun('dead'), planRun('alive', {epochs: 4}), planRun('done', {epochs: 5})];
  store.recordPlan(runs);
  ingestAll(store, runs[0]!.id, attemptOf([0.5]).slice(0, 2));
  ingestAll(store, runs[1]!.id, attemptOf([0.5]).slice(0, 2));
  ingestAll(store, runs[2]!.id, attemptOf([0.5]));
  t.deepEqual(store.settleAbandoned(runId => runId === runs[1]!.id), [runs[0]!.id]);
  t.deepEqual(store.runRows().map(({name, status, problem_code: code, epochs_done: epochs}) => [name, status, code, epochs]), [
    ['dead', 'interrupted', 'host-died', 1],
    ['alive', 'running', null, 1],
    ['done', 'done', null, 1],
  ]);
});
