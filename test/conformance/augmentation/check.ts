import {readFile} from 'node:fs/promises';
import path from 'node:path';
import tf from '../../../src/engine/tfjs.js';
import {changeBatch} from '../../../src/dataset/augment/change-batch.js';
import type {PictureChange, Point} from '../../../src/dataset/augment/picture-change.js';
import {decodeRaster, resizeRaster} from '../../../src/dataset/decode-picture.js';
import type {ExperimentConfig} from '../../../src/domain/generated/experiment-config.js';
import {valuesOf, type RecordedArray} from '../answers.js';
import {everyNthPixel} from '../every-nth-pixel.js';
import type {Finding, Subject} from '../subject.js';

type Parameters = Pick<PictureChange, 'theta' | 'tx' | 'ty' | 'shear' | 'zx' | 'zy'> & {
  readonly flip_horizontal: boolean;
  readonly flip_vertical: boolean;
  readonly channel_shift_intensity: number | null;
  readonly brightness: number | null;
  readonly crop?: readonly [left: number, top: number, width: number, height: number];
  readonly corners?: readonly [Point, Point, Point, Point];
  readonly cutout?: readonly [left: number, top: number, side: number];
};

type Answers = {
  /** Pixels of a picture that were recorded, about. */
  readonly samples: number;
  readonly cval: number;
  readonly pictures: ReadonlyArray<{readonly path: string; readonly height: number; readonly width: number}>;
  readonly cases: ReadonlyArray<{
    readonly what: string;
    readonly fill_mode: ExperimentConfig['augment']['fill_mode'];
    /** One for each of the pictures. */
    readonly results: ReadonlyArray<{readonly parameters: Parameters; readonly pixels: RecordedArray}>;
  }>;
};

/** Given the same drawn parameters, a photo becomes Keras' picture; of several photos the one that is furthest off is told. */
export const augmentation: Subject<Answers> = {
  name: 'augmentation',
  async check({samples, cval, pictures, cases}, photos) {
    const batches = await Promise.all(pictures.map(async ({path: file, height, width}) => {
      const raster = await decodeRaster(await readFile(path.join(photos, file)));
      return tf.tensor4d(resizeRaster(raster, width, height, 'nearest'), [1, height, width, 3], 'float32');
    }));
    return cases.map(({what, fill_mode, results}): Finding => ({
      what,
      measure: 'mean absolute, of 255',
      difference: Math.max(...results.map(({parameters, pixels}, index) => {
        const made = tf.tidy(() => changeBatch(batches[index]!, [toChange(parameters)], {fill_mode, cval}).dataSync());
        return meanDifference(everyNthPixel(made, samples), valuesOf(pixels));
      })),
      bar: 0.02,
    }));
  },
};

function toChange({crop, corners, cutout, ...drawn}: Parameters): PictureChange {
  const {theta, tx, ty, shear, zx, zy} = drawn;
  return {
    theta, tx, ty, shear, zx, zy,
    flipHorizontal: drawn.flip_horizontal,
    flipVertical: drawn.flip_vertical,
    channelShift: drawn.channel_shift_intensity ?? 0,
    brightness: drawn.brightness ?? undefined,
    crop: crop && {left: crop[0], top: crop[1], width: crop[2], height: crop[3]},
    corners,
    cutout: cutout && {left: cutout[0], top: cutout[1], side: cutout[2]},
  };
}

function meanDifference(actual: ArrayLike<number>, expected: ArrayLike<number>): number {
  const differences = Float64Array.from(expected, (value, index) => Math.abs(value - actual[index]!));
  return actual.length === expected.length ? differences.reduce((sum, one) => sum + one, 0) / differences.length : Infinity;
}
