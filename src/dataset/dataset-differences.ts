import {knownDatasets, type DatasetName} from './known-datasets.js';
import {listClassFolders} from './list-class-folders.js';

/** In which classes a folder has other numbers of photos than the data set that it should be, in words; empty where it is whole. */
export async function datasetDifferences(name: DatasetName, root: string): Promise<readonly string[]> {
  const folders = await listClassFolders(root);
  const found = new Map(folders.map(folder => [folder.name, folder.pictures.length]));
  return Object.entries(knownDatasets[name].counts)
    .filter(([className, count]) => found.get(className) !== count)
    .map(([className, count]) => `${className}: expected ${count} photos, found ${found.get(className) ?? 'no such folder'}`);
}
