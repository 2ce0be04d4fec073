import {readdir} from 'node:fs/promises';
import path from 'node:path';
import type {DatasetLocation} from '../domain/dataset.js';
import {isPictureName, isShown} from './list-class-folders.js';

/** Files of a data set's folder that no run looks at. */
export type LeftOut = {
  /** Pictures that lie beside the class folders instead of in one, or have no label. */
  readonly loose: number;
  /** How many files there are of each other kind, by suffix in small letters; '' for those without one. */
  readonly kinds: Readonly<Record<string, number>>;
};

/**
Counts what a data set's folder holds beside its pictures, which are `taken`. Hidden files are no news, nor is what labels pictures: `csv`, or a text
beside each.
*/
export async function listLeftOut({root, csv}: Pick<DatasetLocation, 'root' | 'csv'>, taken: ReadonlySet<string>): Promise<LeftOut> {
  const entries = await readdir(root, {withFileTypes: true, recursive: true});
  const files = entries
    .filter(entry => !entry.isDirectory())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep))
    .filter(parts => parts.every(part => isShown(part)));
  const labelled = new Set([...taken].map(picture => `${stem(picture)}.txt`));
  const isLabel = (file: string) => csv === undefined ? labelled.has(file) : path.join(root, file) === csv;
  const kinds: Record<string, number> = {};
  for (const name of files.map(parts => parts.join('/')).filter(file => !isPictureName(file) && !isLabel(file))) {
    const suffix = path.extname(name).toLowerCase();
    kinds[suffix] = (kinds[suffix] ?? 0) + 1;
  }

  const isLoose = (parts: readonly string[]) => isPictureName(parts.at(-1)!) && !taken.has(parts.join('/')) && (csv !== undefined || parts.length === 1);
  return {loose: files.filter(parts => isLoose(parts)).length, kinds};
}

function stem(file: string): string {
  return file.replace(/\.[^.\/]*$/v, '');
}
