import {createHash} from 'node:crypto';
import {mkdtemp, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type {ExecutionContext} from 'ava';
import type {FeatureSource} from '../../src/features/feature-source.js';

/** Where features could come from. */
export const source: FeatureSource = {
  backbone: 'mobilenet_v2', weights: 'seed 0', image_size: 32, interpolation: 'nearest', preprocess: 'tf', engine: 'tensorflow 2.15.1 on cpu',
};

/** A cache of this test alone, taken away after it. */
export async function createCache(t: ExecutionContext): Promise<string> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-features-'));
  t.teardown(async () => rm(folder, {recursive: true, force: true}));
  return folder;
}

/** Digests of photos that do not exist. */
export function digestsOf(...names: string[]): string[] {
  return names.map(name => createHash('sha256').update(name).digest('hex'));
}
