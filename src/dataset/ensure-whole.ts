import type {Dataset} from '../domain/dataset.js';
import {errors} from '../errors.js';
import {countByClass} from './count-by-class.js';
import {countDifferences} from './count-differences.js';
import type {DatasetName} from './known-datasets.js';

/** Throws a UserError where a data set that is called by name has other numbers of pictures than were published. */
export function ensureWhole(name: DatasetName, dataset: Dataset): void {
  const differences = countDifferences(name, countByClass(dataset));
  if (differences.length > 0) {
    throw errors.incompleteDataset(name, dataset.root, differences);
  }
}
