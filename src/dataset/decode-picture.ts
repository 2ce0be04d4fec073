import {type Buffer} from 'node:buffer';
import sharp from 'sharp';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {pictureFormat} from './picture-format.js';
import {mostPixels, mostPixelsBeside} from './picture-limits.js';
import type {Raster} from './raster.js';
import {bicubic} from './resize/bicubic.js';
import {bilinear} from './resize/bilinear.js';
import {box} from './resize/box.js';
import {hamming} from './resize/hamming.js';
import {lanczos} from './resize/lanczos.js';
import {nearest} from './resize/nearest.js';

export type Interpolation = ExperimentConfig['interpolation'];

const resizers: Readonly<Record<Interpolation, (raster: Raster, width: number, height: number) => Uint8Array>> = {
  nearest, bilinear, bicubic, box, hamming, lanczos,
};

// A picture is read once, and several are decoded at a time: neither vips' cache nor its own threads would help.
sharp.cache(false);
sharp.concurrency(1);

/**
A file's bytes → `[size, size, 3]`, RGB, 0 to 255, as Keras' `load_img` gives them, but turned upright by EXIF, and
right for 16-bit grey and for CMYK. Throws a plain Error that says in a few words why a picture cannot be read.
*/
export async function decodePicture(bytes: Uint8Array, size: number, interpolation: Interpolation): Promise<Uint8Array> {
  return resizeRaster(await decodeRaster(bytes), size, size, interpolation);
}

/** A picture at another size: `[height, width, 3]`; one of that size already is given back as it is. */
export function resizeRaster(raster: Raster, width: number, height: number, interpolation: Interpolation): Uint8Array {
  return raster.width === width && raster.height === height ? raster.data : resizers[interpolation](raster, width, height);
}

/**
A file's bytes → its picture at its own size, RGB; the first frame where there are several. `error` is the mildest level
at which every cut is found; `warning` fails on what cameras commonly get wrong, too.
*/
export async function decodeRaster(bytes: Uint8Array, failOn: 'error' | 'warning' = 'error'): Promise<Raster> {
  if (bytes.byteLength === 0) {
    throw new Error('the file is empty');
  }

  if (!pictureFormat(bytes)) {
    throw new Error('not a JPEG, PNG or WebP picture, whatever its name says');
  }

  try {
    return await decodeWithin(mostPixelsBeside, bytes, failOn);
  } catch (error) {
    if (!(error as Error).message.includes('exceeds pixel limit')) {
      throw new Error(inWords(error), {cause: error});
    }
  }

  return alone(async () => {
    try {
      return await decodeWithin(mostPixels, bytes, failOn);
    } catch (error) {
      throw new Error(inWords(error), {cause: error});
    }
  });
}

async function decodeWithin(limitInputPixels: number, bytes: Uint8Array, failOn: 'error' | 'warning'): Promise<Raster> {
  // Colour profiles are passed over, as Keras passes over them.
  const {data, info} = await sharp(bytes, {failOn, ignoreIcc: true, limitInputPixels})
    .autoOrient()
    .toColourspace('srgb')
    .raw({depth: 'uchar'})
    .toBuffer({resolveWithObject: true});
  return {width: info.width, height: info.height, data: toRgb(data, info.channels)};
}

let lastAlone: Promise<unknown> = Promise.resolve();

/** Waits for whoever was alone before. */
async function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  const turn = lastAlone.then(work, work);
  lastAlone = turn;
  return turn;
}

/** Repeats grey three times, and drops alpha without blending, as Pillow's `convert('RGB')` does. */
function toRgb(data: Buffer, channels: number): Uint8Array {
  if (channels === 3) {
    return data;
  }

  const count = data.length / channels;
  const [green, blue] = channels > 2 ? [1, 2] : [0, 0];
  const result = new Uint8Array(count * 3);
  for (let pixel = 0; pixel < count; pixel++) {
    const source = pixel * channels;
    result[pixel * 3] = data[source]!;
    result[(pixel * 3) + 1] = data[source + green]!;
    result[(pixel * 3) + 2] = data[source + blue]!;
  }

  return result;
}

// What vips says that is no news, or says less than it knows.
const words: ReadonlyArray<readonly [RegExp, string]> = [
  [/exceeds pixel limit/v, `more than ${Math.floor(mostPixels / 1e6)} megapixels`],
  [/corrupt header|unsupported image format/v, 'its beginning is damaged, or cut short'],
  [/^(?:Unknown error|Warning treated as error)/v, ''],
];

/** What vips says of it, in one line: its loader's name and its own switches mean nothing to the reader. */
function inWords(error: unknown): string {
  const lines = (error as Error).message.split('\n').map(line => {
    const [, ours] = words.find(([pattern]) => pattern.test(line)) ?? [];
    return ours ?? line.replace(/^(?:[\w ]+: )+/v, '').trim();
  });
  return lines.find(line => line !== '') ?? 'damaged, or cut short';
}
