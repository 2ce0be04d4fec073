import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import {reason} from '../errors.js';
import {readAtMost} from '../files/read-at-most.js';
import {decodeRaster} from './decode-picture.js';
import {listClassFolders} from './list-class-folders.js';
import {listLeftOut, type LeftOut} from './list-left-out.js';
import {findLookAlikes} from './look-alikes/find-look-alikes.js';
import {thumbnailOf} from './look-alikes/thumbnail.js';
import {mapConcurrently} from './map-concurrently.js';
import {largestPicture} from './picture-limits.js';
import type {Raster} from './raster.js';
import {keras} from './split/keras.js';

export type CheckOrder = {
  readonly name: string;
  /** Absolute path of the folder of class folders. */
  readonly root: string;
  /** The classes that must be there; default: the folders that are. */
  readonly classes?: readonly string[];
  /** The share of each class that validates, for the counts: those of `split.method: keras`. */
  readonly validation: number;
  readonly onProgress?: (done: number, total: number) => void;
};

/** What a look at every picture of a data set found. Paths are relative to its root. */
export type PictureCheck = {
  readonly name: string;
  readonly root: string;
  readonly classes: ReadonlyArray<{readonly name: string; readonly training: number; readonly validation: number}>;
  /** A run would stop on these: damaged, cut short, or no pictures at all. */
  readonly unreadable: readonly FaultyPicture[];
  /** These are read, but not without complaint: part of the picture may be noise. */
  readonly suspect: readonly FaultyPicture[];
  /** Pictures of one and the same sight, a group each. */
  readonly look_alikes: readonly LookAlikes[];
  /** Readable pictures out of the ordinary, counted by what is. */
  readonly odd: Readonly<Record<Oddity, number>>;
  readonly left_out: LeftOut;
};

/** A class and the part of the split for each of its pictures; what stands on both sides makes a score too high. */
export type LookAlikes = ReadonlyArray<{readonly path: string; readonly class: string; readonly part: 'training' | 'validation'}>;

export type FaultyPicture = {readonly path: string; readonly reason: string};

export type Oddity = 'grey' | 'alpha' | 'cmyk' | 'sixteen_bit' | 'turned' | 'animated';

type Finding = {
  readonly unreadable?: string;
  readonly suspect?: string;
  readonly thumbnail?: Uint8Array;
  readonly oddities: readonly Oddity[];
};

/** Decodes every picture of a data set, and says what is wrong or odd. Empty and missing classes are counted, not thrown. */
export async function checkPictures({name, root, classes, validation, onProgress}: CheckOrder): Promise<PictureCheck> {
  const folders = await listClassFolders(root);
  const names = classes ?? folders.map(folder => folder.name);
  const chosen = names.map(wanted => folders.find(folder => folder.name === wanted) ?? {name: wanted, pictures: []});
  const paths = chosen.flatMap(folder => folder.pictures.map(picture => `${folder.name}/${picture}`));
  let done = 0;
  const findings = await mapConcurrently(paths, Math.min(Math.max(os.availableParallelism(), 2), 4), async picture => {
    const finding = await examine(path.join(root, picture));
    onProgress?.(++done, paths.length);
    return finding;
  });
  for (const [index, picture] of paths.entries()) {
    if (!isFine(findings[index]!)) {
      // Again, alone: vips keeps one text of errors for all that is decoded at the time.
      findings[index] = await examine(path.join(root, picture));
    }
  }

  const faulty = (fault: 'unreadable' | 'suspect') => findings.flatMap((finding, index) =>
    finding[fault] === undefined ? [] : [{path: paths[index]!, reason: finding[fault]}]);
  const count = (oddity: Oddity) => findings.filter(({oddities}) => oddities.includes(oddity)).length;
  const validating = keras(chosen.map(folder => ({name: folder.name, photos: folder.pictures.length})), {validation});
  const placed = chosen.flatMap(({name: className, pictures}, index) => pictures.map((picture, place) =>
    ({path: `${className}/${picture}`, class: className, part: validating[index]!.has(place) ? 'validation' as const : 'training' as const})));
  const alike = await findLookAlikes(findings.map(({thumbnail}) => thumbnail));
  return {
    name,
    root,
    classes: chosen.map(({name: className, pictures}, index) => {
      const {size} = validating[index]!;
      return {name: className, training: pictures.length - size, validation: size};
    }),
    look_alikes: alike.map(group => group.map(index => placed[index]!)),
    unreadable: faulty('unreadable'),
    suspect: faulty('suspect'),
    left_out: await listLeftOut(root),
    odd: {
      grey: count('grey'), alpha: count('alpha'), cmyk: count('cmyk'),
      sixteen_bit: count('sixteen_bit'), turned: count('turned'), animated: count('animated'),
    },
  };
}

async function examine(file: string): Promise<Finding> {
  let bytes;
  try {
    bytes = await readAtMost(file, largestPicture);
  } catch (error) {
    return {unreadable: reason(error), oddities: []};
  }

  const strict = await decode(bytes, 'warning');
  const lenient = typeof strict === 'string' ? await decode(bytes, 'error') : strict;
  return typeof lenient === 'string'
    ? {unreadable: lenient, oddities: []}
    : {...typeof strict === 'string' && {suspect: strict}, thumbnail: await thumbnailOf(lenient), oddities: await findOddities(bytes)};
}

function isFine({unreadable, suspect}: Finding): boolean {
  return unreadable === undefined && suspect === undefined;
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
