import {readAtMost} from '../files/read-at-most.js';
import {replaceFile} from '../files/replace-file.js';
import {featurePlaces} from './feature-places.js';
import type {FeatureSource} from './feature-source.js';

/** Bytes of a description: far more than it takes. */
const largestDescription = 100_000;

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

/** What a description's file says; undefined where there is none, or none that describes anything. */
export async function readDescription(file: string): Promise<FeatureDescription | undefined> {
  try {
    const bytes = await readAtMost(file, largestDescription);
    const found = JSON.parse(bytes.toString('utf8')) as Partial<FeatureDescription> | null;
    return isDescription(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

function isDescription(found: Partial<FeatureDescription> | null): found is FeatureDescription {
  return typeof found?.backbone === 'string'
    && typeof found.image_size === 'number'
    && typeof found.preprocess === 'string'
    && (found.view === undefined || typeof found.view?.number === 'number')
    && [found.seconds_per_picture, found.threads].every(each => each === undefined || (typeof each === 'number' && each > 0));
}
