import {existsSync} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {decodedFolder} from '../../dataset/decoded-folder.js';
import type {FeatureDescription} from '../../features/feature-places.js';
import {listFeatures} from '../../features/list-features.js';

/** Something in the cache that can be computed again. */
export type KeptEntry = {
  readonly kind: 'features' | 'decoded photos';
  /** Of what, in words. */
  readonly of: string;
  readonly files: readonly string[];
  readonly bytes: number;
  readonly usedAt: Date;
  /** A run is adding to it. */
  readonly isGrowing: boolean;
};

/** All of it, the largest first. */
export async function keptEntries(cache: string): Promise<KeptEntry[]> {
  const entries = [...await featureEntries(cache), ...await decodedEntries(cache)];
  return entries.toSorted((one, other) => other.bytes - one.bytes);
}

async function featureEntries(cache: string): Promise<KeptEntry[]> {
  const kept = await listFeatures(cache);
  return kept.map(({description, files, pictures, bytes, usedAt, lock}) => ({
    kind: 'features', of: `${pictures} photos by ${describe(description)}`, files, bytes, usedAt, isGrowing: existsSync(lock),
  }));
}

function describe({backbone, image_size: size, preprocess, view}: FeatureDescription): string {
  return [backbone, `${size}x${size}`, preprocess, ...view ? [`view ${view.number}`] : []].join(', ');
}

async function decodedEntries(cache: string): Promise<KeptEntry[]> {
  const folder = decodedFolder(cache);
  const names = await readdir(folder).catch(() => []);
  return Promise.all(names.filter(name => name.endsWith('.u8')).map(async name => {
    const file = path.join(folder, name);
    const {size, mtime} = await stat(file);
    return {kind: 'decoded photos' as const, of: `pixels ${name.slice(0, 8)}`, files: [file], bytes: size, usedAt: mtime, isGrowing: false};
  }));
}
