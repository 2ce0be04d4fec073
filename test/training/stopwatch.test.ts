import test from 'ava';
import {Stopwatch} from '../../src/training/stopwatch.js';

test('every instant of an epoch counts for one part, and what is not told otherwise for the runner', t => {
  let now = 100;
  const watch = new Stopwatch(() => now);
  now = 101;
  watch.switchTo('training');
  now = 111;
  t.is(watch.switchTo('data'), 'training');
  now = 131;
  watch.switchTo('training');
  now = 141;
  watch.switchTo('runner');
  now = 144;
  watch.endEpoch();
  now = 149;
  watch.endEpoch();
  t.deepEqual(watch.epochs, [{data: 20, training: 20, evaluation: 0, runner: 4}, {data: 0, training: 0, evaluation: 0, runner: 5}]);
});
