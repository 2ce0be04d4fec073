import {Buffer} from 'node:buffer';
import test from 'ava';
import sharp from 'sharp';
import {decodePicture, decodeRaster} from '../../src/dataset/decode-picture.js';
import {pattern, plainPng} from './temporary.js';

async function pixelsOf(bytes: Uint8Array): Promise<number[]> {
  const {data} = await decodeRaster(bytes);
  return [...data];
}

async function depthOf(bytes: Uint8Array): Promise<string> {
  const {depth} = await sharp(bytes).metadata();
  return depth;
}

test('lossless formats give their pixels back, whatever the file is called', async t => {
  const raw = await pattern(9, 7).raw().toBuffer();
  for (const bytes of [await pattern(9, 7).png().toBuffer(), await pattern(9, 7).webp({lossless: true}).toBuffer()]) {
    const {width, height, data} = await decodeRaster(bytes);
    t.deepEqual([width, height], [9, 7]);
    t.true(raw.equals(data));
  }
});

test('grey pictures, of 8 and of 16 bits, become three equal channels', async t => {
  const grey = Uint8Array.from({length: 16}, (_, index) => index * 16);
  const bytes = await sharp(grey, {raw: {width: 4, height: 4, channels: 1}}).png().toBuffer();
  t.deepEqual(await pixelsOf(bytes), [...grey].flatMap(value => [value, value, value]));
  const deep = Uint16Array.from(grey, value => value * 257);
  const deepBytes = await sharp(deep, {raw: {width: 4, height: 4, channels: 1}}).toColourspace('grey16').png().toBuffer();
  t.is(await depthOf(deepBytes), 'ushort');
  t.deepEqual(await pixelsOf(deepBytes), [...grey].flatMap(value => [value, value, value]));
});

test('16-bit colour keeps its upper bytes', async t => {
  const deep = Uint16Array.from([0x12_34, 0x80_00, 0xFF_FF, 0x00_FF, 0x7F_00, 0x01_00]);
  const bytes = await sharp(deep, {raw: {width: 2, height: 1, channels: 3}}).toColourspace('rgb16').png().toBuffer();
  t.is(await depthOf(bytes), 'ushort');
  t.deepEqual(await pixelsOf(bytes), [0x12, 0x80, 0xFF, 0x00, 0x7F, 0x01]);
});

test('alpha is dropped and not blended', async t => {
  const clear = await sharp(Uint8Array.from([200, 100, 50, 0, 10, 20, 30, 128]), {raw: {width: 2, height: 1, channels: 4}}).png().toBuffer();
  t.deepEqual(await pixelsOf(clear), [200, 100, 50, 10, 20, 30]);
});

test('CMYK becomes RGB', async t => {
  const red = await sharp(await plainPng(220, 30, 30, 16)).toColourspace('cmyk').jpeg({quality: 100}).toBuffer();
  const {space} = await sharp(red).metadata();
  t.is(space, 'cmyk');
  const {data} = await decodeRaster(red);
  t.is(data.length, 16 * 16 * 3);
  t.true(data[0]! > 150 && data[1]! < 110 && data[2]! < 110, `${data.slice(0, 3).join(' ')}`);
});

test('a picture that EXIF turns is turned', async t => {
  const upright = await pattern(6, 3).raw().toBuffer();
  const turned = await pattern(6, 3).png().withMetadata({orientation: 6}).toBuffer();
  const {width, height, data} = await decodeRaster(turned);
  t.deepEqual([width, height], [3, 6]);
  // A quarter clockwise: the first row is the last pixels of the first column, upwards.
  t.deepEqual(Uint8Array.from(data.subarray(0, 9)), Uint8Array.from([2, 1, 0].flatMap(row => [...upright.subarray(row * 18, (row * 18) + 3)])));
});

test('of an animation the first frame counts', async t => {
  const raw = {width: 4, height: 8, channels: 3, pageHeight: 4} as const;
  const frames = await sharp(Uint8Array.from({length: 4 * 8 * 3}, (_, index) => index < 4 * 4 * 3 ? 255 : 0), {raw})
    .webp({lossless: true, delay: [100, 100], loop: 0}).toBuffer();
  const {pages} = await sharp(frames).metadata();
  t.is(pages, 2);
  const {height, data} = await decodeRaster(frames);
  t.is(height, 4);
  t.true(data.every(value => value === 255));
});

test('a picture of the asked size is not resampled', async t => {
  const raw = await pattern(5, 5).raw().toBuffer();
  t.true(raw.equals(await decodePicture(await pattern(5, 5).png().toBuffer(), 5, 'bilinear')));
});

test('truncated pictures of every format are errors', async t => {
  const formats = {
    jpeg: await pattern(120, 90).jpeg().toBuffer(),
    'progressive jpeg': await pattern(120, 90).jpeg({progressive: true}).toBuffer(),
    png: await pattern(120, 90).png().toBuffer(),
    'interlaced png': await pattern(120, 90).png({progressive: true}).toBuffer(),
    webp: await pattern(120, 90).webp().toBuffer(),
  };
  for (const [name, bytes] of Object.entries(formats)) {
    await t.notThrowsAsync(decodeRaster(bytes), `${name}, whole`);
    for (const share of [0.98, 0.5, 0.05]) {
      const error = await t.throwsAsync(decodeRaster(bytes.subarray(0, Math.floor(bytes.length * share))), undefined, `${name} ${share}`);
      t.true(error.message.length > 5 && !/vips|failOn|\n/iv.test(error.message), `${name}: ${error.message}`);
    }
  }
});

test('what is no picture is said to be none', async t => {
  await t.throwsAsync(decodeRaster(new Uint8Array()), {message: 'the file is empty'});
  await t.throwsAsync(decodeRaster(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')), {message: /not a JPEG, PNG or WebP/v});
  await t.throwsAsync(decodeRaster(Buffer.from('<html>404</html>')), {message: /not a JPEG, PNG or WebP/v});
});
