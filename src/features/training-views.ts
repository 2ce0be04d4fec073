import {isAugmenting} from '../dataset/augment/is-augmenting.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {View} from './feature-source.js';

/**
The views of the training photos whose features a row keeps, in the order in which epochs take them; `undefined` is the photo as it is.
None where every epoch looks anew.
*/
export function trainingViews({features, augment}: ExperimentConfig): ReadonlyArray<View | undefined> {
  if (features === undefined || features === 'exact') {
    return [];
  }

  return isAugmenting(augment) ? Array.from({length: features.views}, (_, index) => ({augment, number: index + 1})) : [undefined];
}
