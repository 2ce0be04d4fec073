import {appendFile, readFile, stat, truncate, utimes} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {FeatureFile, recordBytesOf} from '../../src/features/feature-file.js';
import {createCache, digestsOf} from './fixtures.js';

const [a, b, c] = digestsOf('a', 'b', 'c') as [string, string, string];

test('what was appended is taken in any order, in any columns, any number of times', async t => {
  const file = await FeatureFile.open(path.join(await createCache(t), 'new/folder/some.f32'), 4);
  await file.append([a, b], Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  await file.append([c], Float32Array.of(9, 10, 11, 12));
  t.deepEqual(file.take([c, a, c], [[0, 4]]), Float32Array.of(9, 10, 11, 12, 1, 2, 3, 4, 9, 10, 11, 12));
  t.deepEqual(file.take([b, a], [[2, 4], [0, 1]]), Float32Array.of(7, 8, 5, 3, 4, 1));
  t.deepEqual(file.take([], [[0, 4]]), new Float32Array(0));
});

test('who opens the file finds the same bits, and the file is nothing but its records', async t => {
  const where = path.join(await createCache(t), 'some.f32');
  const values = Float32Array.of(Math.PI, -0, 1e-40, Number.NaN, Infinity, 3.4e38);
  const first = await FeatureFile.open(where, 3);
  t.false(first.has(a));
  await first.append([a, b], values);
  const again = await FeatureFile.open(where, 3);
  t.true(first.has(a) && again.has(a) && again.has(b));
  t.false(again.has(c));
  t.deepEqual(new Uint8Array(again.take([a, b], [[0, 3]]).buffer), new Uint8Array(values.buffer));
  const bytes = await readFile(where);
  t.is(bytes.length, 2 * recordBytesOf(3));
  t.is(bytes.toString('hex', 0, 32), a);
  t.is(bytes.readFloatLE(32), Math.fround(Math.PI));
  t.is(bytes.toString('hex', recordBytesOf(3), recordBytesOf(3) + 32), b);
});

test('values that were appended are the file\'s own: the caller may write over them', async t => {
  const file = await FeatureFile.open(path.join(await createCache(t), 'some.f32'), 2);
  const values = Float32Array.of(1, 2);
  await file.append([a], values);
  values.fill(0);
  t.deepEqual(file.take([a], [[0, 2]]), Float32Array.of(1, 2));
});

for (const [what, left] of [['its values', 40], ['its digest', 5]] as const) {
  test(`a record that was cut off in ${what} is not there, and the next append mends the file`, async t => {
    const where = path.join(await createCache(t), 'some.f32');
    await (await FeatureFile.open(where, 3)).append([a, b], Float32Array.of(1, 2, 3, 4, 5, 6));
    const whole = await readFile(where);
    await truncate(where, recordBytesOf(3) + left);

    const torn = await FeatureFile.open(where, 3);
    t.true(torn.has(a));
    t.false(torn.has(b));
    // Reading alone changes nothing: somebody else may be in the midst of writing.
    t.is((await stat(where)).size, recordBytesOf(3) + left);
    await torn.append([b], Float32Array.of(4, 5, 6));
    t.deepEqual(await readFile(where), whole);
    await torn.append([c], Float32Array.of(7, 8, 9));
    t.deepEqual((await FeatureFile.open(where, 3)).take([c, b, a], [[0, 3]]), Float32Array.of(7, 8, 9, 4, 5, 6, 1, 2, 3));
  });
}

test('a file of less than a record is an empty one', async t => {
  const where = path.join(await createCache(t), 'some.f32');
  await appendFile(where, 'torn');
  const file = await FeatureFile.open(where, 1);
  await file.append([a], Float32Array.of(1));
  t.is((await stat(where)).size, recordBytesOf(1));
  t.true((await FeatureFile.open(where, 1)).has(a));
});

test('touching says that the file is used, and a file that is gone is no mistake', async t => {
  const where = path.join(await createCache(t), 'some.f32');
  const file = await FeatureFile.open(where, 1);
  await t.notThrowsAsync(file.touch());
  await file.append([a], Float32Array.of(1));
  const old = new Date(2001, 1, 1);
  await utimes(where, old, old);
  await file.touch();
  t.true((await stat(where)).mtime > old);
});
