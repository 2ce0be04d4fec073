import {Buffer} from 'node:buffer';
import test from 'ava';
import sharp, {type Sharp} from 'sharp';
import {decodeRaster} from '../../../src/dataset/decode-picture.js';
import {findLookAlikes} from '../../../src/dataset/look-alikes/find-look-alikes.js';
import {thumbnailOf} from '../../../src/dataset/look-alikes/thumbnail.js';

/** Rectangles of many sizes and shades, which a seed lays down. */
function scene(seed: number, count = 60): Sharp {
  let state = seed;
  const draw = (below: number) => {
    state = ((state * 1_103_515_245) + 12_345) % 2_147_483_648;
    return Math.floor(state / 2_147_483_648 * below);
  };

  const shapes = Array.from({length: count}, () =>
    `<rect x="${draw(300)}" y="${draw(220)}" width="${10 + draw(90)}" height="${10 + draw(70)}" fill="rgb(${draw(256)},${draw(256)},${draw(256)})"/>`);
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#ddd"/>${shapes.join('')}</svg>`)).removeAlpha();
}

async function copy(picture: Sharp): Promise<Sharp> {
  return sharp(await picture.png().toBuffer());
}

async function thumbnail(picture: Sharp): Promise<Uint8Array> {
  return thumbnailOf(await decodeRaster(await picture.jpeg({quality: 80}).toBuffer()));
}

test('copies are found however they are laid down, lit, sized and pressed', async t => {
  const pictures = [
    scene(1),
    scene(2),
    (await copy(scene(1))).resize(200, 150),
    (await copy(scene(1))).linear(0.8, 30),
    (await copy(scene(1))).flop(),
    (await copy(scene(1))).rotate(90),
    (await copy(scene(1))).rotate(180).flop(),
    scene(3),
  ];
  t.deepEqual(await findLookAlikes(await Promise.all(pictures.map(async picture => thumbnail(picture)))), [[0, 2, 3, 4, 5, 6]]);
});

test('small things on the same ground are strangers, and what cannot be read is in no group', async t => {
  const things = await Promise.all(Array.from({length: 12}, async (_, seed) => {
    const input = await scene(seed + 10, 12).resize(60, 45).png().toBuffer();
    return thumbnail(sharp({create: {width: 320, height: 240, channels: 3, background: '#e8e6e0'}}).composite([{input, left: 130, top: 100}]));
  }));
  t.deepEqual(await findLookAlikes([...things, undefined]), []);
  t.deepEqual(await findLookAlikes([things[0], undefined, things[0], things[1]]), [[0, 2]]);
});

test('pictures without any detail are alike where they are the same', async t => {
  const plain = async (shade: number) => thumbnail(sharp({create: {width: 30, height: 30, channels: 3, background: {r: shade, g: shade, b: shade}}}));
  t.deepEqual(await findLookAlikes([await plain(10), await plain(200), await plain(10)]), [[0, 2]]);
});
