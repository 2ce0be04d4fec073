import test from 'ava';
import type {PlannedRun} from '../../src/domain/planned-run.js';
import {orderRuns} from '../../src/plan/order-runs.js';
import {planRun} from '../queue/fixtures/plan-run.js';

function run(name: string, features: PlannedRun['features'], seconds: number): PlannedRun {
  const {features: _, ...planned} = planRun(name);
  return {...planned, estimate: {seconds, basis: 'measured'}, ...features && {features}};
}

const namesOf = (runs: readonly PlannedRun[]) => runs.map(({experiment}) => experiment.name);

test('who adds features goes first, the longest ahead; who waits for them goes last', t => {
  const planned = [
    run('waits', 'waits', 900),
    run('none', undefined, 1),
    run('short', 'adds', 10),
    run('waits too', 'waits', 1),
    run('long', 'adds', 500),
    run('none too', undefined, 999),
  ];
  t.deepEqual(namesOf(orderRuns(planned)), ['long', 'short', 'none', 'none too', 'waits', 'waits too']);
  t.is(namesOf(planned)[0], 'waits');
});

test('without features the plan\'s order stays, and so it does among equals', t => {
  const planned = [run('c', undefined, 1), run('a', undefined, 9), run('b', undefined, 5)];
  t.deepEqual(namesOf(orderRuns(planned)), ['c', 'a', 'b']);
  t.deepEqual(namesOf(orderRuns([run('z', 'adds', 5), run('y', 'adds', 5)])), ['z', 'y']);
});
