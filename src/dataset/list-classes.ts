import type {DatasetLocation} from '../domain/dataset.js';
import {compareCodePoints, listClassFolders} from './list-class-folders.js';
import type {Label} from './labels/label.js';
import {readLabelFiles} from './labels/read-label-files.js';
import {readLabelList} from './labels/read-label-list.js';

/** A class and its pictures, in their order, relative to the data set's root, with forward slashes. */
export type ListedClass = {readonly name: string; readonly pictures: readonly string[]};

/** The classes of a data set as it lies there: of its list of labels, of its class folders, or of the texts beside its photos. */
export async function listClasses({root, csv}: Pick<DatasetLocation, 'root' | 'csv'>): Promise<readonly ListedClass[]> {
  if (csv !== undefined) {
    return byLabel(await readLabelList(csv));
  }

  const folders = await listClassFolders(root);
  return folders.length > 0
    ? folders.map(({name, pictures}) => ({name, pictures: pictures.map(picture => `${name}/${picture}`)}))
    : byLabel(await readLabelFiles(root));
}

/** Sorted as class folders are: which photos validate must not hang on the order in which they were labelled. Numbers count as such. */
function byLabel(labels: readonly Label[]): ListedClass[] {
  const classes = new Map<string, string[]>();
  for (const {path, label} of labels) {
    const pictures = classes.get(label) ?? [];
    pictures.push(path);
    classes.set(label, pictures);
  }

  const isNumbered = [...classes.keys()].every(label => /^\d{1,9}$/v.test(label));
  return [...classes]
    .map(([name, pictures]) => ({name, pictures: pictures.toSorted(compareCodePoints)}))
    .toSorted((left, right) => (isNumbered && Number(left.name) - Number(right.name)) || compareCodePoints(left.name, right.name));
}
