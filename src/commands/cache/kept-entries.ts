import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {decodedFolder} from '../../dataset/decoded-folder.js';
import type {FeatureDescription} from '../../features/feature-description.js';
import {printableLine} from '../../errors.js';
import {listFeatures} from '../../features/list-features.js';

/** Something in the cache that can be computed again. */
export type KeptEntry = {
  readonly kind: 'features' | 'decoded photos';
  /** Of what, in words. */
  readonly of: string;
  readonly files: readonly string[];
  readonly bytes: number;
  readonly usedAt: Date;
  /** The folder that stands while a run adds to it. */
  readonly lock?: string;
};

/** All of it, the largest first. */
export async function keptEntries(cache: string): Promise<KeptEntry[]> {
  const entries = [...await featureEntries(cache), ...await decodedEntries(cache)];
  return entries.toSorted((one, other) => other.bytes - one.bytes);
}

async function featureEntries(cache: string): Promise<KeptEntry[]> {
  const kept = await listFeatures(cache);
  return kept.map(({places: {records, description: file, lock}, description, pictures, bytes, usedAt}) => ({
    kind: 'features',
    of: `${pictures} ${pictures === 1 ? 'photo' : 'photos'}${description ? ` by ${describe(description)}` : ''}`,
    files: [records, file],
    bytes,
    usedAt,
    lock,
  }));
}

function describe({backbone, image_size: size, preprocess, view}: FeatureDescription): string {
  return printableLine([backbone, `${size}x${size}`, preprocess, ...view ? [`view ${view.number}`] : []].join(', '));
}

async function decodedEntries(cache: string): Promise<KeptEntry[]> {
  const folder = decodedFolder(cache);
  const names = await readdir(folder).catch(() => []);
  const entries = await Promise.all(names.filter(name => name.endsWith('.u8')).map(async name => {
    const file = path.join(folder, name);
    // Another process may have deleted it.
    const found = await stat(file).catch(() => undefined);
    return found && {kind: 'decoded photos' as const, of: `pixels ${name.slice(0, 8)}`, files: [file], bytes: found.size, usedAt: found.mtime};
  }));
  return entries.filter(entry => entry !== undefined);
}
