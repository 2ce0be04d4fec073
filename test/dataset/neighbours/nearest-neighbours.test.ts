import test from 'ava';
import {nearestNeighbours} from '../../../src/dataset/neighbours/nearest-neighbours.js';
import {Random} from '../../../src/engine/random.js';

test('neighbours stand by the angle between features, not by their lengths, and nobody is its own', async t => {
  const values = Float32Array.from([1, 0, 100, 1, 1, 1, 0, 2, 0, 0]);
  const nearest = await nearestNeighbours({values, width: 2}, 2);
  t.deepEqual(nearest.map(each => each.map(({index}) => index)), [[1, 2], [0, 2], [1, 0], [2, 1], [0, 1]]);
  t.true(Math.abs(nearest[0]![1]!.likeness - Math.SQRT1_2) < 1e-6, 'the cosine of an eighth of a turn');
  t.deepEqual(nearest[4]!.map(({likeness}) => likeness), [0, 0]);
});

test('of few pictures each has as many neighbours as there are others', async t => {
  t.deepEqual(await nearestNeighbours({values: new Float32Array(0), width: 3}, 10), []);
  t.deepEqual(await nearestNeighbours({values: Float32Array.from([1, 2, 3]), width: 3}, 10), [[]]);
  const two = await nearestNeighbours({values: Float32Array.from([1, 2, 3, 1, 2, 3]), width: 3}, 10);
  t.deepEqual(two.map(each => each.map(({index}) => index)), [[1], [0]]);
});

test('what is no number is like nothing, and spoils nothing else', async t => {
  const nearest = await nearestNeighbours({values: Float32Array.from([1, 0, Number.NaN, 1, Infinity, 0, 1, 0.1]), width: 2}, 3);
  t.is(nearest[0]![0]!.index, 3);
  t.deepEqual(nearest[1]!.map(({likeness}) => likeness), [0, 0, 0]);
  t.deepEqual(nearest[2]!.map(({likeness}) => likeness), [0, 0, 0]);
});

test('of many pictures with many features the nearest is found, and how alike it is to the last digit', async t => {
  const [pictures, width] = [200, 1000];
  const random = Random.fromSeed(1);
  const values = Float32Array.from({length: pictures * width}, () => random.uniform() ** 4);
  // Every second picture is the one before it, somewhat changed.
  for (let start = width; start < values.length; start += 2 * width) {
    values.set(values.subarray(start - width, start).map(value => value + (0.2 * random.uniform())), start);
  }

  const nearest = await nearestNeighbours({values, width}, 10);
  for (const [index, [first]] of nearest.entries()) {
    t.is(first!.index, index % 2 === 0 ? index + 1 : index - 1);
    t.true(Math.abs(first!.likeness - cosine(values, index, first!.index, width)) < 1e-6);
  }
});

function cosine(values: Float32Array, one: number, other: number, width: number): number {
  const [left, right] = [one, other].map(index => values.subarray(index * width, (index + 1) * width)) as [Float32Array, Float32Array];
  const dot = (first: Float32Array, second: Float32Array) => first.reduce((sum, value, place) => sum + (value * second[place]!), 0);
  return dot(left, right) / Math.sqrt(dot(left, left) * dot(right, right));
}
