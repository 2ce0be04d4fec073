import type {Dataset} from '../domain/dataset.js';
import {errors} from '../errors.js';
import {countDifferences} from './count-differences.js';
import type {DatasetName} from './known-datasets.js';

/** Throws a UserError where a data set that is called by name has other numbers of pictures than were published. */
export function ensureWhole(name: DatasetName, {root, classes, pictures}: Dataset): void {
  const differences = countDifferences(name, new Map(classes.map((className, index) =>
    [className, pictures.filter(({classIndex}) => classIndex === index).length])));
  if (differences.length > 0) {
    throw errors.incompleteDataset(name, root, differences);
  }
}
