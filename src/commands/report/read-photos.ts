import {createHash} from 'node:crypto';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import sharp from 'sharp';
import {datasetFolder} from '../../dataset/dataset-places.js';
import {findKnownDataset} from '../../dataset/find-dataset.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import type {PhotoFile, ShownPhoto} from '../../report/page/report-data.js';
import type {Places} from '../places.js';

const side = 128;

export type ReadPhotos = {readonly photos: ReadonlyMap<string, PhotoFile>; readonly missing: string | null};

/** Small copies of these photos, by their digests: of those that are here, and are still the ones that were validated on. */
export async function readPhotos(dataset: ExperimentConfig['dataset'], wanted: readonly ShownPhoto[], places: Places): Promise<ReadPhotos> {
  const root = typeof dataset === 'string' ? await findKnownDataset(dataset, places) : datasetFolder(dataset);
  if (root === undefined) {
    return {photos: new Map(), missing: `The photos of ${typeof dataset === 'string' ? dataset : dataset.csv ?? dataset.path!} are not on the machine that wrote this report.`};
  }

  const unique = [...new Map(wanted.map(photo => [photo.digest, photo])).values()];
  const read = await Promise.all(unique.map(async photo => [photo.digest, await readPhoto(path.join(root, photo.path), photo.digest)] as const));
  const found = read.flatMap(([digest, jpeg]) => jpeg === undefined ? [] : [[digest, {jpeg}] as const]);
  const lost = unique.length - found.length;
  return {
    photos: new Map(found),
    missing: lost === 0 ? null : `${lost} of ${unique.length} photos are not shown: they are not on the machine that wrote this report, or have changed since.`,
  };
}

async function readPhoto(file: string, digest: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(file);
    if (createHash('sha256').update(bytes).digest('hex') !== digest) {
      return undefined;
    }

    // `fill`, as the network is shown them: squeezed into a square.
    const small = await sharp(bytes).resize(side, side, {fit: 'fill'}).flatten({background: '#fff'}).jpeg({quality: 72, mozjpeg: true}).toBuffer();
    return small.toString('base64');
  } catch {
    return undefined;
  }
}
