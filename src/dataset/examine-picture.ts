import {createHash} from 'node:crypto';
import sharp from 'sharp';
import {reason} from '../errors.js';
import {readAtMost} from '../files/read-at-most.js';
import {decodeRaster} from './decode-picture.js';
import {thumbnailOf} from './look-alikes/thumbnail.js';
import {largestPicture} from './picture-limits.js';
import type {Raster} from './raster.js';

export type Oddity = 'grey' | 'alpha' | 'cmyk' | 'sixteen_bit' | 'turned' | 'animated';

/** What a look at one picture found. */
export type Finding = {
  /** Why it cannot be decoded. */
  readonly unreadable?: string;
  /** What the decoder complained of. */
  readonly suspect?: string;
  /** SHA-256 of the bytes; none where there were none to read. */
  readonly digest?: string;
  readonly thumbnail?: Uint8Array;
  readonly oddities: readonly Oddity[];
};

/** Reads and decodes a picture's file. */
export async function examinePicture(file: string): Promise<Finding> {
  let bytes;
  try {
    bytes = await readAtMost(file, largestPicture);
  } catch (error) {
    return {unreadable: reason(error), oddities: []};
  }

  const strict = await decode(bytes, 'warning');
  const lenient = typeof strict === 'string' ? await decode(bytes, 'error') : strict;
  const digest = createHash('sha256').update(bytes).digest('hex');
  return typeof lenient === 'string'
    ? {unreadable: lenient, digest, oddities: []}
    : {...typeof strict === 'string' && {suspect: strict}, digest, thumbnail: await thumbnailOf(lenient), oddities: await findOddities(bytes)};
}

/** The picture, or why there is none. */
async function decode(bytes: Uint8Array, failOn: 'warning' | 'error'): Promise<Raster | string> {
  try {
    return await decodeRaster(bytes, failOn);
  } catch (error) {
    return (error as Error).message;
  }
}

async function findOddities(bytes: Uint8Array): Promise<Oddity[]> {
  const {space, channels, hasAlpha, depth, orientation = 1, pages = 1} = await sharp(bytes).metadata();
  const is: Readonly<Record<Oddity, boolean>> = {
    grey: channels - Number(hasAlpha) === 1,
    alpha: hasAlpha,
    cmyk: space === 'cmyk',
    sixteen_bit: depth === 'ushort',
    turned: orientation > 1,
    animated: pages > 1,
  };
  return (Object.keys(is) as Oddity[]).filter(oddity => is[oddity]);
}
