import test from 'ava';
import {thinSeries} from '../../../src/report/plots/thin-series.js';

const line = (values: ReadonlyArray<number | null>) => values.map((value, index) => ({epoch: index + 1, value}));

test('a series that is short enough stays as it is', t => {
  t.deepEqual(thinSeries(line([1, null, 3]), 3), line([1, null, 3]));
  t.deepEqual(thinSeries([], 3), []);
});

test('a longer one becomes means of as many epochs each, at their middle', t => {
  t.deepEqual(thinSeries(line([1, 3, 5, 7, 9]), 3), [{epoch: 1.5, value: 2}, {epoch: 3.5, value: 6}, {epoch: 5, value: 9}]);
  t.deepEqual(thinSeries(line([null, 4, null, null]), 2), [{epoch: 1.5, value: 4}, {epoch: 3.5, value: null}]);
});
