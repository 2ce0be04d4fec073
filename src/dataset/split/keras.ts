import type {Chosen, ClassSize, SplitRule} from './split-method.js';

/**
As ImageDataGenerator's `validation_split`: of each class's n sorted files the first trunc(validation · n) validate
(Keras 2.15, `_list_valid_filenames_in_directory`).
*/
export function keras(classes: readonly ClassSize[], {validation}: Pick<Required<SplitRule>, 'validation'>): Chosen {
  return classes.map(({photos}) => new Set(Array.from({length: Math.trunc(validation * photos)}, (_, index) => index)));
}
