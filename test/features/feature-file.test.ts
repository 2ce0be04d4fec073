import type {Buffer} from 'node:buffer';
import {readFile, stat, truncate, utimes, writeFile} from 'node:fs/promises';
import path from 'node:path';
import {crc32} from 'node:zlib';
import test from 'ava';
import {FeatureFile} from '../../src/features/feature-file.js';
import {digestBytes, headerBytes, recordBytesOf} from '../../src/features/record-layout.js';
import {createCache, digestsOf} from './fixtures.js';

const [a, b, c] = digestsOf('a', 'b', 'c') as [string, string, string];
/** Where a record begins in a file of three values a photo. */
const startOf = (record: number) => headerBytes + (record * recordBytesOf(3));

test('what was appended is taken in any order, in any columns, any number of times', async t => {
  const file = await FeatureFile.open(path.join(await createCache(t), 'new/folder/some.f32'));
  t.is(file.width, 0);
  await file.append([a, b], Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8));
  await file.append([c], Float32Array.of(9, 10, 11, 12));
  t.is(file.width, 4);
  t.deepEqual(file.take([c, a, c], [[0, 4]]), Float32Array.of(9, 10, 11, 12, 1, 2, 3, 4, 9, 10, 11, 12));
  t.deepEqual(file.take([b, a], [[2, 4], [0, 1]]), Float32Array.of(7, 8, 5, 3, 4, 1));
  t.deepEqual(file.take([], [[0, 4]]), new Float32Array(0));
});

test('who opens the file finds the same bits, and the file is nothing but how many there are and its records', async t => {
  const where = path.join(await createCache(t), 'some.f32');
  const values = Float32Array.of(Math.PI, -0, 1e-40, Number.NaN, Infinity, 3.4e38);
  const first = await FeatureFile.open(where);
  t.false(first.has(a));
  await first.append([a, b], values);
  const again = await FeatureFile.open(where);
  t.is(again.width, 3);
  t.true(first.has(a) && again.has(a) && again.has(b));
  t.false(again.has(c));
  t.deepEqual(new Uint8Array(again.take([a, b], [[0, 3]]).buffer), new Uint8Array(values.buffer));
  const bytes = await readFile(where);
  t.is(bytes.length, startOf(2));
  t.is(bytes.toString('latin1', 0, 8), 'ablate-f');
  t.deepEqual([bytes.readUInt32LE(8), bytes.readUInt32LE(12)], [1, 3]);
  t.is(bytes.toString('hex', startOf(0), startOf(0) + digestBytes), a);
  t.is(bytes.readUInt32LE(startOf(0) + digestBytes), crc32(new Uint8Array(values.buffer, 0, 12)));
  t.is(bytes.readFloatLE(startOf(0) + digestBytes + 4), Math.fround(Math.PI));
  t.is(bytes.toString('hex', startOf(1), startOf(1) + digestBytes), b);
});

test('values that were appended are the file\'s own: the caller may write over them', async t => {
  const file = await FeatureFile.open(path.join(await createCache(t), 'some.f32'));
  const values = Float32Array.of(1, 2);
  await file.append([a], values);
  values.fill(0);
  t.deepEqual(file.take([a], [[0, 2]]), Float32Array.of(1, 2));
});

for (const [what, left] of [['its values', digestBytes + 4 + 8], ['its checksum', digestBytes + 2], ['its digest', 5]] as const) {
  test(`a record that was cut off in ${what} is not there, and the next append mends the file`, async t => {
    const where = path.join(await createCache(t), 'some.f32');
    await (await FeatureFile.open(where)).append([a, b], Float32Array.of(1, 2, 3, 4, 5, 6));
    const whole = await readFile(where);
    await truncate(where, startOf(1) + left);

    const torn = await FeatureFile.open(where);
    t.true(torn.has(a));
    t.false(torn.has(b));
    // Reading alone changes nothing: somebody else may be in the midst of writing.
    t.is((await stat(where)).size, startOf(1) + left);
    await torn.append([b], Float32Array.of(4, 5, 6));
    t.deepEqual(await readFile(where), whole);
    await torn.append([c], Float32Array.of(7, 8, 9));
    t.deepEqual((await FeatureFile.open(where)).take([c, b, a], [[0, 3]]), Float32Array.of(7, 8, 9, 4, 5, 6, 1, 2, 3));
  });
}

for (const [what, place] of [['values were', digestBytes + 4 + 5], ['checksum was', digestBytes + 1]] as const) {
  test(`a record whose ${what} spoilt is not there, those around it are, and it is appended again`, async t => {
    const where = path.join(await createCache(t), 'some.f32');
    await (await FeatureFile.open(where)).append([a, b, c], Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
    const bytes = await readFile(where);
    bytes[startOf(1) + place]! ^= 1;
    await writeFile(where, bytes);

    const spoilt = await FeatureFile.open(where);
    t.deepEqual([a, b, c].map(digest => spoilt.has(digest)), [true, false, true]);
    t.deepEqual(spoilt.take([c, a], [[0, 3]]), Float32Array.of(7, 8, 9, 1, 2, 3));
    await spoilt.append([b], Float32Array.of(4, 5, 6));
    // Behind the others, which stay as they are.
    const mended = await readFile(where);
    t.is(mended.length, startOf(4));
    t.deepEqual(mended.subarray(0, startOf(3)), bytes);
    t.deepEqual((await FeatureFile.open(where)).take([a, b, c], [[0, 3]]), Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9));
  });
}

const begins: ReadonlyArray<readonly [what: string, change: (bytes: Buffer) => Uint8Array]> = [
  ['is of another layout', bytes => {
    bytes.writeUInt32LE(2, 8);
    return bytes;
  }],
  ['begins with another word', bytes => {
    bytes.write('ablate-g', 'latin1');
    return bytes;
  }],
  ['has no header', bytes => bytes.subarray(headerBytes)],
  ['ends within its header', bytes => bytes.subarray(0, headerBytes - 3)],
];
for (const [what, change] of begins) {
  test(`a file that ${what} is an empty one, and the next append writes it anew`, async t => {
    const where = path.join(await createCache(t), 'some.f32');
    await (await FeatureFile.open(where)).append([a, b], Float32Array.of(1, 2, 3, 4, 5, 6));
    const changed = change(await readFile(where));
    await writeFile(where, changed);

    const file = await FeatureFile.open(where);
    t.is(file.width, 0);
    t.false(file.has(a) || file.has(b));
    t.deepEqual(new Uint8Array(await readFile(where)), new Uint8Array(changed));
    // Another number of values, too.
    await file.append([a], Float32Array.of(7, 8));
    t.is((await stat(where)).size, headerBytes + recordBytesOf(2));
    const again = await FeatureFile.open(where);
    t.is(again.width, 2);
    t.false(again.has(b));
    t.deepEqual(again.take([a], [[0, 2]]), Float32Array.of(7, 8));
  });
}

test('touching says that the file is used, and a file that is gone is no mistake', async t => {
  const where = path.join(await createCache(t), 'some.f32');
  const file = await FeatureFile.open(where);
  await t.notThrowsAsync(file.touch());
  await file.append([a], Float32Array.of(1));
  const old = new Date(2001, 1, 1);
  await utimes(where, old, old);
  await file.touch();
  t.true((await stat(where)).mtime > old);
});
