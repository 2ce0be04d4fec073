import {countDifferences} from './count-differences.js';
import type {DatasetName} from './known-datasets.js';
import {listClassFolders} from './list-class-folders.js';

/** In which classes a folder has other numbers of photos than the data set that it should be, in words; empty where it is whole. */
export async function datasetDifferences(name: DatasetName, root: string): Promise<readonly string[]> {
  const folders = await listClassFolders(root);
  return countDifferences(name, new Map(folders.map(folder => [folder.name, folder.pictures.length])));
}
