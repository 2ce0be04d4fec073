import {open, readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {Buffer} from 'node:buffer';
import {readDescription, type FeatureDescription} from './feature-description.js';
import {featuresFolder, placesBeside, type FeaturePlaces} from './feature-places.js';
import {headerBytes, readHeader, recordBytesOf} from './record-layout.js';

/** What the cache holds of one source. */
export type KeptFeatures = {
  readonly places: FeaturePlaces;
  /** Undefined where it was lost. */
  readonly description: FeatureDescription | undefined;
  readonly pictures: number;
  readonly bytes: number;
  /** When somebody last read them or added to them. */
  readonly usedAt: Date;
};

/** All features in a cache, the ones used last first. */
export async function listFeatures(cache: string): Promise<KeptFeatures[]> {
  const folder = featuresFolder(cache);
  const names = await readdir(folder).catch(() => []);
  const kept = await Promise.all(names.filter(name => name.endsWith('.f32')).map(async name => readKept(path.join(folder, name))));
  return kept.filter(each => each !== undefined).toSorted((one, other) => other.usedAt.getTime() - one.usedAt.getTime());
}

async function readKept(records: string): Promise<KeptFeatures | undefined> {
  const places = placesBeside(records);
  const size = await measure(records).catch(() => undefined);
  return size && {places, description: await readDescription(places.description), ...size};
}

async function measure(file: string): Promise<Pick<KeptFeatures, 'pictures' | 'bytes' | 'usedAt'> | undefined> {
  const found = await stat(file);
  if (!found.isFile()) {
    return undefined;
  }

  const handle = await open(file);
  try {
    const {size: bytes, mtime: usedAt} = await handle.stat();
    const {buffer} = await handle.read(Buffer.alloc(headerBytes), 0, headerBytes, 0);
    const width = readHeader(buffer);
    return {bytes, usedAt, pictures: width === undefined ? 0 : Math.floor((bytes - headerBytes) / recordBytesOf(width))};
  } finally {
    await handle.close();
  }
}
