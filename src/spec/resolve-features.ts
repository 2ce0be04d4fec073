import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {leadingPoolings} from '../model/backbones/leading-poolings.js';

type Features = ExperimentConfig['features'];

export type ResolvedFeatures = {
  readonly features: Features;
  /** Whether they follow from the row's other keys, so that nobody chose them. */
  readonly isUsual: boolean;
};

/** Enough to augment by, and few enough that a night on two cores holds several backbones'. */
const usualViews = 10;

/** How often the row's backbone looks at a training photo; none without a frozen one. */
export function resolveFeatures({model: {backbone, layers}, features: written}: ExperimentConfig, isAugmented: boolean): ResolvedFeatures {
  if (backbone?.trainable !== false) {
    return {features: undefined, isUsual: true};
  }

  const usual = leadingPoolings(layers) ? {views: isAugmented ? usualViews : 1} : 'exact';
  // Without augmentation all views are the same.
  const features = usual !== 'exact' && !isAugmented ? usual : written ?? usual;
  return {features, isUsual: JSON.stringify(features) === JSON.stringify(usual)};
}
