import {createHash} from 'node:crypto';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';

type Config = ExperimentConfig;

/** Everything that a photo's features depend on beside the photo. */
export type FeatureSource = {
  readonly backbone: NonNullable<Config['model']['backbone']>['name'];
  /** SHA-256 of the weights, or `seed N` where they were drawn. */
  readonly weights: string;
  readonly image_size: number;
  readonly interpolation: Config['interpolation'];
  /** Which pixels come out of a photo's bytes. */
  readonly decoder: number;
  readonly preprocess: Config['preprocess'];
  /** What happens to the photo before; left away for the photo as it is. */
  readonly view?: View;
  /** What computes: another TensorFlow, another kind of processor and another GPU round otherwise. */
  readonly engine: string;
};

/** One of the augmented views of every photo. Its draws depend on this and on the photo's bytes alone, so that all seeds share it. */
export type View = {
  readonly augment: Config['augment'];
  /** Counts from 1. */
  readonly number: number;
};

/** Changes whenever the same source would give other features. */
const featureVersion = 3;

/** What addresses the features in the cache: SHA-256, hexadecimal. Keys stand in the order in which they were declared. */
export function featureKey({backbone, weights, image_size, interpolation, decoder, preprocess, view, engine}: FeatureSource): string {
  const text = JSON.stringify({featureVersion, backbone, weights, image_size, interpolation, decoder, preprocess, view, engine});
  return createHash('sha256').update(text).digest('hex');
}
