import test from 'ava';
import {parseDuration} from '../../src/files/parse-duration.js';

test('times are seconds, or numbers with a unit', t => {
  t.deepEqual(['90', '90s', '1.5m', '8h', '2d', 30].map(text => parseDuration(text)), [90, 90, 90, 28_800, 172_800, 30]);
  t.deepEqual(['', '0', '-5', '8 hours', 'm', '1h30m'].map(text => parseDuration(text)), Array.from({length: 6}, () => undefined));
});
