import path from 'node:path';
import {featureKey, type FeatureSource} from './feature-source.js';

/** Where a source's features lie in the cache. */
export type FeaturePlaces = {
  readonly records: string;
  /** A FeatureDescription. */
  readonly description: string;
  /** The folder that stands while somebody adds to them. */
  readonly lock: string;
};

/** The folder of all features in a cache. */
export function featuresFolder(cache: string): string {
  return path.join(cache, 'features');
}

export function featurePlaces(cache: string, source: FeatureSource): FeaturePlaces {
  return placesBeside(path.join(featuresFolder(cache), `${featureKey(source)}.f32`));
}

/** The places beside a file of records. */
export function placesBeside(records: string): FeaturePlaces {
  const name = records.replace(/\.f32$/v, '');
  return {records, description: `${name}.json`, lock: `${name}.lock`};
}
