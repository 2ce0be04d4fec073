import {readFile} from 'node:fs/promises';
import {replaceFile} from '../files/replace-file.js';
import {FeatureFile} from './feature-file.js';
import {featurePlaces, type FeatureDescription} from './feature-places.js';
import type {FeatureSource} from './feature-source.js';

/** What the cache holds of a source's features; undefined where it holds nothing. */
export async function openFeatures(cache: string, source: FeatureSource): Promise<FeatureFile | undefined> {
  const {records, description: file} = featurePlaces(cache, source);
  const description = await readDescription(file);
  return description && FeatureFile.open(records, description.width);
}

/** The same where it may hold nothing yet: what will be there is described first. */
export async function createFeatures(cache: string, source: FeatureSource, width: number): Promise<FeatureFile> {
  await describeFeatures(cache, {...source, width});
  return FeatureFile.open(featurePlaces(cache, source).records, width);
}

/** Writes what is in a file of features, for people and for guesses of how long the next ones take. */
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
