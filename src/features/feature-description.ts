import {readFile} from 'node:fs/promises';
import {replaceFile} from '../files/replace-file.js';
import {featurePlaces} from './feature-places.js';
import type {FeatureSource} from './feature-source.js';

/** What is in a file of features, for people, and for guesses of how long the next ones take. */
export type FeatureDescription = FeatureSource & {
  /** How long a photo took, decoding left out, on which device, by how many threads. */
  readonly seconds_per_picture?: number;
  readonly device_name?: string;
  readonly threads?: number;
};

/** Writes it beside the file. */
export async function describeFeatures(cache: string, description: FeatureDescription): Promise<void> {
  await replaceFile(featurePlaces(cache, description).description, `${JSON.stringify(description, undefined, 2)}\n`);
}

/** What a description's file says; undefined where there is none. */
export async function readDescription(file: string): Promise<FeatureDescription | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as FeatureDescription;
  } catch {
    return undefined;
  }
}
