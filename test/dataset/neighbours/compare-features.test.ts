import test from 'ava';
import {compareFeatures} from '../../../src/dataset/neighbours/compare-features.js';
import {Random} from '../../../src/engine/random.js';

const width = 24;

/** Pictures about the axis of their kind, each a little elsewhere. */
function drawn(kinds: readonly number[]): number[][] {
  const random = Random.fromSeed(2);
  return kinds.map(kind => Array.from({length: width}, (_, place) => (place === kind ? 2 : 0) + random.uniform()));
}

function vectors(rows: readonly number[][]): {values: Float32Array; width: number} {
  return {values: Float32Array.from(rows.flat()), width};
}

test('a label that no neighbour shares is found', async t => {
  const kinds = [...Array.from({length: 20}, () => 0), ...Array.from({length: 20}, () => 1)];
  const labels = kinds.map((kind, index) => (kind === 0) === (index !== 3) ? 'glass' : 'metal');
  const {doubtfulLabels} = await compareFeatures(vectors(drawn(kinds)), labels, []);
  t.is(doubtfulLabels.length, 1);
  t.like(doubtfulLabels[0], {index: 3, likely: 'glass', agreeing: 10, own: 0, neighbours: 10});
  t.is(labels[doubtfulLabels[0]!.nearest], 'glass');
});

test('a label that all share is none to doubt, nor that of a class of one', async t => {
  const rows = drawn(Array.from({length: 15}, () => 0));
  t.deepEqual((await compareFeatures(vectors(rows), rows.map(() => 'glass'), [])).doubtfulLabels, []);
  t.deepEqual((await compareFeatures(vectors(rows), rows.map((_, index) => index === 0 ? 'metal' : 'glass'), [])).doubtfulLabels, []);
});

test('what is far nearer than neighbours are is one and the same thing, and is told where pixels did not tell it', async t => {
  const rows = drawn(Array.from({length: 30}, (_, index) => index % 3));
  const again = (row: number[]) => row.map((value, place) => place === 5 ? value + 0.05 : value);
  rows[7] = again(rows[2]!);
  rows[9] = again(rows[7]);
  rows[20] = again(rows[11]!);
  const labels = rows.map(() => 'glass');
  t.deepEqual((await compareFeatures(vectors(rows), labels, [])).sameThings, [[2, 7, 9], [11, 20]]);
  t.deepEqual((await compareFeatures(vectors(rows), labels, [[2, 7], [11, 20]])).sameThings, [[2, 7, 9]]);
});
