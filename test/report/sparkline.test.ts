import test from 'ava';
import {sparkline} from '../../src/report/sparkline.js';

test('the lowest value is the lowest block, the highest the highest, and what is no number is left blank', t => {
  t.is(sparkline([0, 1, 2, 3, 4, 5, 6, 7], {low: 0, high: 7}, 80), '▁▂▃▄▅▆▇█');
  t.is(sparkline([0, null, 7], {low: 0, high: 7}, 80), '▁ █');
  t.is(sparkline([], {low: 0, high: 1}, 80), '');
});

test('a line that is flat stands in the middle, and a scale that is shared keeps it where it is', t => {
  t.is(sparkline([2, 2], {low: 2, high: 2}, 80), '▅▅');
  t.is(sparkline([2, 2], {low: 2, high: 4}, 80), '▁▁');
});

test('more values than there is room for become the means of as many stretches', t => {
  const values = Array.from({length: 500}, (_, index) => index);
  const drawn = sparkline(values, {low: 0, high: 499}, 8);
  t.is(drawn, '▁▂▃▄▅▆▇█');
  t.is(sparkline([0, null, null, null, 7, 7], {low: 0, high: 7}, 3), '▁ █', 'a stretch without a number');
  t.is(sparkline([0, 7, 0, 7, 3], {low: 0, high: 7}, 2).length, 2, 'stretches of different lengths');
});
