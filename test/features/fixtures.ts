import {createHash} from 'node:crypto';
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type {ExecutionContext} from 'ava';
import {describeFeatures} from '../../src/features/feature-description.js';
import {FeatureFile} from '../../src/features/feature-file.js';
import {featurePlaces} from '../../src/features/feature-places.js';
import type {FeatureSource} from '../../src/features/feature-source.js';

/** Where features could come from. */
export const source: FeatureSource = {
  backbone: 'mobilenet_v2', weights: 'seed 0', image_size: 32, interpolation: 'nearest', decoder: 1, preprocess: 'tf',
  engine: 'tensorflow 2.15.1, linux-x64, some processor',
};

/** A cache of this test alone, taken away after it. */
export async function createCache(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-features-'));
  t.teardown(async () => rm(folder, {recursive: true, force: true}));
  return folder;
}

/** A source's file in the cache, described, to append to. */
export async function createFeatures(cache: string, from: FeatureSource): Promise<FeatureFile> {
  await describeFeatures(cache, from);
  return FeatureFile.open(featurePlaces(cache, from).records);
}

/** Digests of photos that do not exist. */
export function digestsOf(...names: string[]): string[] {
  return names.map(name => createHash('sha256').update(name).digest('hex'));
}
