import {knownDatasets, type DatasetName} from './known-datasets.js';

/** In which classes there are other numbers than were published, in words. */
export function countDifferences(name: DatasetName, found: ReadonlyMap<string, number>): string[] {
  return Object.entries(knownDatasets[name].counts)
    .filter(([className, count]) => found.get(className) !== count)
    .map(([className, count]) => `${className}: expected ${count} photos, found ${found.get(className) ?? 'no such folder'}`);
}
