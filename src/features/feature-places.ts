import path from 'node:path';
import {featureKey, type FeatureSource} from './feature-source.js';

/** Where a source's features lie in the cache. */
export type FeaturePlaces = {
  readonly records: string;
  /** What is in them, for people: a FeatureDescription. */
  readonly description: string;
  /** The folder that stands while somebody adds to them. */
  readonly lock: string;
};

export type FeatureDescription = FeatureSource & {
  /** Values a photo. */
  readonly width: number;
  /** How long a photo took, decoding left out, and where. */
  readonly seconds_per_picture?: number;
  readonly device?: string;
  readonly threads?: number;
};

/** The folder of all features in a cache. */
export function featuresFolder(cache: string): string {
  return path.join(cache, 'features');
}

export function featurePlaces(cache: string, source: FeatureSource): FeaturePlaces {
  const name = path.join(featuresFolder(cache), featureKey(source));
  return {records: `${name}.f32`, description: `${name}.json`, lock: `${name}.lock`};
}
