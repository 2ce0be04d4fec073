import {createHash} from 'node:crypto';
import path from 'node:path';
import sharp from 'sharp';
import {datasetFolder} from '../../dataset/dataset-places.js';
import {decodePicture} from '../../dataset/decode-picture.js';
import {findKnownDataset} from '../../dataset/find-dataset.js';
import {mapConcurrently} from '../../dataset/map-concurrently.js';
import {largestPicture} from '../../dataset/picture-limits.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import {readAtMost} from '../../files/read-at-most.js';
import type {PhotoFile, ShownPhoto} from '../../report/page/report-data.js';
import type {Places} from '../places.js';

// Large ones are decoded whole.
const atOnce = 4;

export type CopiedPhotos = {readonly photos: ReadonlyMap<string, PhotoFile>; readonly missing: string | null};

type Dataset = ExperimentConfig['dataset'];

/**
Small copies of these photos, squares of so many pixels as networks are shown them, by their digests: of those that are here, and are still the
ones that were validated on.
*/
export async function copyPhotos(dataset: Dataset, wanted: readonly ShownPhoto[], places: Places, side = 128): Promise<CopiedPhotos> {
  const root = typeof dataset === 'string' ? await findKnownDataset(dataset, places) : datasetFolder(dataset);
  if (root === undefined) {
    return {photos: new Map(), missing: `The photos of ${typeof dataset === 'string' ? dataset : dataset.csv ?? dataset.path!} are not on the machine that wrote this report.`};
  }

  const unique = [...new Map(wanted.map(photo => [photo.digest, photo])).values()];
  const copies = await mapConcurrently(unique, atOnce, async photo => copyPhoto(path.join(root, photo.path), photo.digest, side));
  const found = copies.flatMap((jpeg, index) => jpeg === undefined ? [] : [[unique[index]!.digest, {jpeg}] as const]);
  const lost = unique.length - found.length;
  return {
    photos: new Map(found),
    missing: lost === 0 ? null : `${lost} of ${unique.length} photos are not shown: they are not on the machine that wrote this report, or have changed since.`,
  };
}

async function copyPhoto(file: string, digest: string, side: number): Promise<string | undefined> {
  try {
    const bytes = await readAtMost(file, largestPicture);
    if (createHash('sha256').update(bytes).digest('hex') !== digest) {
      return undefined;
    }

    const pixels = await decodePicture(bytes, side, 'bilinear');
    const small = await sharp(pixels, {raw: {width: side, height: side, channels: 3}}).jpeg({quality: 72, mozjpeg: true}).toBuffer();
    return small.toString('base64');
  } catch {
    return undefined;
  }
}
