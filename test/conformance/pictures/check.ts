import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {decodeRaster, resizeRaster, type Interpolation} from '../../../src/dataset/decode-picture.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {everyNthPixel} from '../every-nth-pixel.js';
import type {Finding, Subject} from '../subject.js';

type Answers = {
  /** Pixels of a picture that were recorded, about. */
  readonly samples: number;
  /** Height and width that photos were resized to. */
  readonly target: number;
  readonly photos: ReadonlyArray<{
    readonly path: string;
    readonly decoded: RecordedArray;
    readonly resized: Readonly<Record<Interpolation, RecordedArray>>;
  }>;
  readonly noise: {
    readonly picture: RecordedArray;
    readonly resized: ReadonlyArray<{readonly interpolation: Interpolation; readonly pixels: RecordedArray}>;
  };
};

type Interpolations = readonly Interpolation[];

/** How many pixels were compared, and how many of them differ by more than `tolerance` in a channel. */
type Tally = {readonly tolerance: number; pixels: number; off: number};

/** Photos are decoded and resized to the pixels that Keras reads. */
export const pictures: Subject<Answers> = {
  name: 'pictures',
  async check({samples, target, photos: answers, noise}, photos) {
    const interpolations = Object.keys(answers[0]!.resized) as Interpolations;
    const tallies = new Map(['decoded', ...interpolations].map((what): [string, Tally] => [what, {tolerance: 1, pixels: 0, off: 0}]));
    for (const {path: file, decoded, resized} of answers) {
      const raster = await decodeRaster(await readFile(path.join(photos, file)));
      count(tallies.get('decoded')!, everyNthPixel(raster.data, samples), decoded);
      for (const interpolation of interpolations) {
        count(tallies.get(interpolation)!, everyNthPixel(resizeRaster(raster, target, target, interpolation), samples), resized[interpolation]);
      }
    }

    return [
      finding(`${answers.length} photos decoded`, tallies.get('decoded')!),
      ...interpolations.map(interpolation => finding(`${answers.length} photos resized to ${target}x${target}, ${interpolation}`, tallies.get(interpolation)!)),
      ...interpolations.map(interpolation => finding(`noise resized, up and down, ${interpolation}`, compareNoise(noise, interpolation))),
    ];
  },
};

function finding(what: string, {tolerance, pixels, off}: Tally): Finding {
  const measure = tolerance === 0 ? 'share of pixels that differ' : `share of pixels off by more than ${tolerance}`;
  return {what, measure, difference: pixels === 0 ? Infinity : off / pixels, bar: tolerance === 0 ? 0 : 0.001};
}

function count(tally: Tally, actual: ArrayLike<number>, expected: RecordedArray): void {
  const values = valuesOf(expected);
  const isSameSize = actual.length === values.length;
  for (let pixel = 0; pixel < values.length / 3; pixel++) {
    tally.pixels++;
    const isOff = (channel: number) => Math.abs(actual[(pixel * 3) + channel]! - values[(pixel * 3) + channel]!) > tally.tolerance;
    tally.off += !isSameSize || [0, 1, 2].some(channel => isOff(channel)) ? 1 : 0;
  }
}

function compareNoise({picture, resized}: Answers['noise'], interpolation: Interpolation): Tally {
  const [height, width] = picture.shape as [number, number];
  const raster = {width, height, data: Uint8Array.from(valuesOf(picture))};
  const tally: Tally = {tolerance: 0, pixels: 0, off: 0};
  for (const {pixels} of resized.filter(one => one.interpolation === interpolation)) {
    const [newHeight, newWidth] = pixels.shape as [number, number];
    count(tally, resizeRaster(raster, newWidth, newHeight, interpolation), pixels);
  }

  return tally;
}
