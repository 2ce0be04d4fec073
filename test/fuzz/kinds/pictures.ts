import {Buffer} from 'node:buffer';
import path from 'node:path';
import process from 'node:process';
import {crc32} from 'node:zlib';
import fc from 'fast-check';
import sharp from 'sharp';
import {formatCheck} from '../../../src/commands/data/format-check.js';
import {checkPictures} from '../../../src/dataset/check-pictures.js';
import {decodePicture} from '../../../src/dataset/decode-picture.js';
import {complainOfText} from '../complain.js';
import {damagedBytes} from '../inputs/damaged-bytes.js';
import type {Kind} from '../kind.js';
import {writeFiles} from '../write-files.js';

type Input = {readonly name: string; readonly bytes: Uint8Array};

const colour = sharp({create: {width: 40, height: 30, channels: 3, background: {r: 9, g: 100, b: 50}}});
const noise = sharp(Uint8Array.from({length: 40 * 30 * 3}, (_, index) => (index * 37) % 251), {raw: {width: 40, height: 30, channels: 3}});
const grey = noise.clone().toColourspace('b-w');

/** One of each sort that is read, made once. */
const originals: readonly Buffer[] = await Promise.all([
  colour.clone().png(),
  noise.clone().png({progressive: true}),
  noise.clone().png({palette: true, colours: 4}),
  noise.clone().toColourspace('rgb16').png(),
  grey.clone().png(),
  noise.clone().ensureAlpha(0.3).png(),
  noise.clone().jpeg(),
  noise.clone().jpeg({progressive: true}),
  grey.clone().jpeg(),
  noise.clone().toColourspace('cmyk').jpeg(),
  noise.clone().withMetadata({orientation: 6}).jpeg(),
  noise.clone().webp(),
  noise.clone().webp({lossless: true}),
  noise.clone().ensureAlpha(0.3).webp(),
  sharp(Buffer.alloc(20 * 80 * 3, 7), {raw: {width: 20, height: 80, channels: 3, pageHeight: 20}}).webp(),
].map(async each => each.toBuffer()));

const others = ['GIF89a\u{1}\0\u{1}\0\0\0\0;', '<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>', 'BM', 'II*\0', '%PDF-1.4', '\u{FF}\u{D8}\u{FF}', '\u{89}PNG\r\n\u{1A}\n', 'RIFF\0\0\0\0WEBP']
  .map(text => Buffer.from(text, 'latin1'));

const extents = fc.constantFrom(0, 1, 13_000, 20_000, 50_000, 0x7F_FF_FF_FF, 0xFF_FF_FF_FF);

/** A PNG that claims to be of another size than its pixels are. */
const claiming = fc.tuple(fc.constantFrom(...originals.slice(0, 6)), extents, fc.nat(60_000))
  .map(([png, width, height]) => {
    const copy = Buffer.from(png);
    copy.writeUInt32BE(width, 16);
    copy.writeUInt32BE(height, 20);
    copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29);
    return copy;
  });

const names = fc.oneof(
  {weight: 4, arbitrary: fc.constantFrom('x.png', 'x.jpg', 'x.webp', 'X.JPEG')},
  {weight: 1, arbitrary: fc.string({unit: 'binary', minLength: 1, maxLength: 40}).map(text => `${text.replaceAll(/[\/\0]/gv, '_')}.png`)},
  {weight: 1, arbitrary: fc.constantFrom('x\n\u{1B}[31m.png', 'e\u{301}.png', `${'x'.repeat(250)}.png`, '\u{202E}gnp.png', '__proto__.png', '-rf.png')},
);

/** Pictures, decoded and checked as `ablate data check` and a run do. */
export const pictures: Kind<Input> = {
  name: 'pictures',
  tries: 250,
  // A PNG of many megapixels takes what its pixels take.
  seconds: 30,
  inputs: fc.record({
    name: names,
    bytes: fc.oneof<Array<fc.WeightedArbitrary<Uint8Array>>>(
      {weight: 12, arbitrary: damagedBytes(originals)},
      {weight: 2, arbitrary: claiming},
      {weight: 1, arbitrary: fc.constantFrom(...others)},
    ),
  }),
  async attempt({name, bytes}, folder) {
    await writeFiles(folder, {[path.join('photos/a', name)]: bytes, 'photos/b/right.png': originals[0]!});
    const decoded = await decodePicture(bytes, 8, 'bilinear').catch((error: unknown) => (error as Error).message);
    const check = await checkPictures({
      name: 'photos', root: path.join(folder, 'photos'), validation: 0.5, cache: path.join(folder, 'cache'), featuresOf: async () => undefined,
    });
    const text = formatCheck(check);
    const isListed = check.classes.some(each => each.name === 'a' && each.training + each.validation > 0);
    if (typeof decoded !== 'string' && decoded.length !== 8 * 8 * 3) {
      return `${decoded.length} values of a picture of 8x8`;
    }

    if (isListed && (typeof decoded === 'string') !== (check.unreadable.length > 0)) {
      return `a run and the check differ: ${String(decoded).slice(0, 200)}, ${JSON.stringify(check.unreadable)}`;
    }

    return complainOfWords(typeof decoded === 'string' ? decoded : undefined) ?? complainOfText(text, [name]) ?? complainOfMemory();
  },
};

function complainOfWords(reason: string | undefined): string | undefined {
  return reason === undefined || /^.{1,200}$/v.test(reason) ? undefined : `a reason of other length than a line: ${JSON.stringify(reason)}`;
}

function complainOfMemory(): string | undefined {
  const {rss} = process.memoryUsage();
  return rss > 3e9 ? `${(rss / 1e9).toFixed(1)} GB of memory` : undefined;
}
