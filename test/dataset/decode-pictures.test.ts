import {readdir, stat, truncate, writeFile} from 'node:fs/promises';
import path from 'node:path';
import test from 'ava';
import {decodePicture} from '../../src/dataset/decode-picture.js';
import {decodePictures, type DecodeOrder} from '../../src/dataset/decode-pictures.js';
import {digestPictures} from '../../src/dataset/digest-pictures.js';
import {findDataset} from '../../src/dataset/find-dataset.js';
import {pattern, plainPng, temporary, writeFiles} from './temporary.js';

async function orderOf(folder: string, files: Readonly<Record<string, Uint8Array | string>>): Promise<DecodeOrder> {
  const cache = path.join(folder, 'cache');
  await writeFiles(path.join(folder, 'set'), files);
  const dataset = await findDataset({path: path.join(folder, 'set')}, {cwd: '/', env: {}, cache});
  return {root: dataset.root, pictures: await digestPictures(dataset, cache), size: 6, interpolation: 'nearest', cache};
}

async function kept({cache}: DecodeOrder): Promise<string[]> {
  const names = await readdir(path.join(cache, 'decoded'));
  return names.map(name => path.join(cache, 'decoded', name));
}

async function countKept(order: DecodeOrder): Promise<number> {
  const files = await kept(order);
  return files.length;
}

test('pictures lie one after another in their order, and the second time comes from one file', async t => {
  const first = await pattern(20, 10).jpeg().toBuffer();
  const order = await orderOf(await temporary(t), {'a/1.jpg': first, 'b/Ünï 2.PNG': await plainPng(9, 8, 7)});
  const told: number[] = [];
  const pixels = await decodePictures({...order, onProgress(done) {
    told.push(done);
  }});
  t.is(pixels.count, 2);
  t.deepEqual(pixels.data.slice(0, 108), await decodePicture(first, 6, 'nearest'));
  t.deepEqual(pixels.data.slice(108, 114), Uint8Array.from([9, 8, 7, 9, 8, 7]));
  t.deepEqual(told, [1, 2]);

  // The photos may go: what is kept under their digests is all that is needed.
  await writeFile(path.join(order.root, 'a/1.jpg'), 'no picture any more');
  t.deepEqual(await decodePictures(order), pixels);
});

test('order, size and interpolation each have pixels of their own', async t => {
  const order = await orderOf(await temporary(t), {'a/1.png': await pattern(20, 10).png().toBuffer(), 'b/2.png': await plainPng(9, 8, 7)});
  const {data} = await decodePictures(order);
  const swapped = await decodePictures({...order, pictures: order.pictures.toReversed()});
  t.deepEqual(swapped.data.slice(108), data.slice(0, 108));
  const small = await decodePictures({...order, size: 3});
  t.is(small.data.length, 54);
  const smooth = await decodePictures({...order, interpolation: 'bilinear'});
  t.notDeepEqual(smooth.data, data);
  t.is(await countKept(order), 4);
});

test('a torn file is never used, and is replaced', async t => {
  const order = await orderOf(await temporary(t), {'a/1.png': await plainPng(1, 2, 3), 'b/2.png': await plainPng(9, 8, 7)});
  const pixels = await decodePictures(order);
  const [file] = await kept(order);
  await truncate(file!, 100);
  t.deepEqual(await decodePictures(order), pixels);
  const {size} = await stat(file!);
  t.is(size, 216);
});

test('several at once all get the same pixels and leave one file', async t => {
  const order = await orderOf(await temporary(t), {'a/1.png': await plainPng(1, 2, 3), 'b/2.png': await plainPng(9, 8, 7)});
  const all = await Promise.all([1, 2, 3].map(async () => decodePictures(order)));
  t.deepEqual(all[1], all[0]);
  t.deepEqual(all[2], all[0]);
  t.is(await countKept(order), 1);
});

test('all unreadable pictures are named in one error, and nothing is kept', async t => {
  const whole = await pattern(60, 60).jpeg().toBuffer();
  const order = await orderOf(await temporary(t), {
    'a/cut.jpg': whole.subarray(0, whole.length / 2), 'a/good.jpg': whole, 'b/good.png': await plainPng(1, 2, 3), 'b/html.png': '<html>', 'b/zero.jpg': '',
  });
  const error = await t.throwsAsync(decodePictures(order), {code: 'unreadable-pictures'});
  t.regex(error.message, /3 pictures cannot be read\n {2}a\/cut\.jpg: .*\n {2}b\/html\.png: .*\n {2}b\/zero\.jpg: the file is empty$/v);
  await t.throwsAsync(kept(order), {code: 'ENOENT'});
});

test('a picture that changed after it was digested stops the run', async t => {
  const order = await orderOf(await temporary(t), {'a/1.png': await plainPng(1, 2, 3), 'b/2.png': await plainPng(9, 8, 7)});
  await writeFile(path.join(order.root, 'b/2.png'), await plainPng(9, 9, 9));
  await t.throwsAsync(decodePictures(order), {code: 'picture-changed', message: /b\/2\.png/v});
});

test('without a cache to write to there are pixels all the same', async t => {
  const folder = await temporary(t);
  const order = await orderOf(folder, {'a/1.png': await plainPng(1, 2, 3), 'b/2.png': await plainPng(9, 8, 7)});
  await writeFiles(folder, {file: ''});
  const {data} = await decodePictures({...order, cache: path.join(folder, 'file')});
  t.is(data.length, 216);
});

test('more pixels than memory are refused before they are decoded', async t => {
  const order = await orderOf(await temporary(t), {'a/1.png': await plainPng(1, 2, 3), 'b/2.png': await plainPng(9, 8, 7)});
  await t.throwsAsync(decodePictures({...order, size: 200_000}), {code: 'too-many-pixels'});
});
