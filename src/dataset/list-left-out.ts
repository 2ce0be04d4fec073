import {readdir} from 'node:fs/promises';
import path from 'node:path';
import {isPictureName, isShown} from './list-class-folders.js';

/** Files of a data set's folder that no run looks at. */
export type LeftOut = {
  /** Pictures that lie beside the class folders instead of in one. */
  readonly loose: number;
  /** How many files there are of each other kind, by suffix in small letters; '' for those without one. */
  readonly kinds: Readonly<Record<string, number>>;
};

/** Counts what a data set's folder holds beside its pictures. Hidden files are no news. */
export async function listLeftOut(root: string): Promise<LeftOut> {
  const entries = await readdir(root, {withFileTypes: true, recursive: true});
  const files = entries
    .filter(entry => !entry.isDirectory())
    .map(entry => path.relative(root, path.join(entry.parentPath, entry.name)).split(path.sep))
    .filter(parts => parts.every(part => isShown(part)));
  const kinds: Record<string, number> = {};
  for (const name of files.map(parts => parts.at(-1)!).filter(name => !isPictureName(name))) {
    const suffix = path.extname(name).toLowerCase();
    kinds[suffix] = (kinds[suffix] ?? 0) + 1;
  }

  return {loose: files.filter(parts => parts.length === 1 && isPictureName(parts[0]!)).length, kinds};
}
