import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {recordBytesOf} from './feature-file.js';
import {featuresFolder, type FeatureDescription} from './feature-places.js';
import {readDescription} from './open-features.js';

/** What the cache holds of one source. */
export type KeptFeatures = {
  readonly description: FeatureDescription;
  /** Absolute paths of what is to be deleted together. */
  readonly files: readonly string[];
  /** Stands while somebody adds to them. */
  readonly lock: string;
  readonly pictures: number;
  readonly bytes: number;
  /** When somebody last read them or added to them. */
  readonly usedAt: Date;
};

/** All features in a cache, the ones used last first. */
export async function listFeatures(cache: string): Promise<KeptFeatures[]> {
  const folder = featuresFolder(cache);
  const names = await readdir(folder).catch(() => []);
  const kept = await Promise.all(names.filter(name => name.endsWith('.json')).map(async name => readKept(path.join(folder, name))));
  return kept.filter(each => each !== undefined).toSorted((one, other) => other.usedAt.getTime() - one.usedAt.getTime());
}

async function readKept(file: string): Promise<KeptFeatures | undefined> {
  const records = file.replace(/\.json$/v, '.f32');
  const description = await readDescription(file);
  const found = await stat(records).catch(() => undefined);
  return description && found && {
    description,
    files: [file, records],
    lock: file.replace(/\.json$/v, '.lock'),
    pictures: Math.floor(found.size / recordBytesOf(description.width)),
    bytes: found.size,
    usedAt: found.mtime,
  };
}
