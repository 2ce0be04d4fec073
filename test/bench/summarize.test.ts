import test from 'ava';
import type {Sample} from '../../bench/measure.js';
import {medianOf, summarize} from '../../bench/summarize.js';

test('the median is the middle one, or lies between the middle two', t => {
  t.is(medianOf([3, 1, 2]), 2);
  t.is(medianOf([10, 1, 2, 4]), 3);
  t.is(medianOf([7]), 7);
});

test('a side has its least, middle and largest figure, and the first one its ratio of medians to each other one', t => {
  const samples = [...figures('ablate', [3, 1, 2]), ...figures('slow', [8, 4, 2]), ...figures('quick', [1, 1, 1])];
  const [first, slow, quick] = summarize({name: 'step', bars: []}, [...samples, ...figures('slow', [100], 'another')]);
  t.deepEqual(first, {side: 'ablate', repetitions: 3, minimum: 1, median: 2, maximum: 3});
  t.deepEqual(slow, {side: 'slow', repetitions: 3, minimum: 2, median: 4, maximum: 8, ratio: 0.5});
  t.is(quick!.ratio, 2);
});

test('a bar holds on its own side of its ratio, and only one that is "below" does not hold at it', t => {
  const kept = (kind: 'at most' | 'below' | 'at least', own: number) => {
    const bars = [{against: 'other', kind, ratio: 0.75}];
    return summarize({name: 'step', bars}, [...figures('ablate', [own]), ...figures('other', [4])])[1]!.holds;
  };

  t.deepEqual([2.9, 3, 3.1].map(own => kept('at most', own)), [true, true, false]);
  t.deepEqual([2.9, 3, 3.1].map(own => kept('below', own)), [true, false, false]);
  t.deepEqual([2.9, 3, 3.1].map(own => kept('at least', own)), [false, true, true]);
});

test('what was not measured gives no lines', t => {
  t.deepEqual(summarize({name: 'step', bars: []}, []), []);
});

function figures(side: string, values: readonly number[], measure = 'step'): Sample[] {
  return values.map((value, index) => ({measure, side, repetition: index + 1, value}));
}
