import type {Dirent} from 'node:fs';
import {readdir, stat} from 'node:fs/promises';
import path from 'node:path';
import {errors} from '../errors.js';

/** One class: a folder's name and its pictures, relative to it, with forward slashes. */
export type ClassFolder = {
  readonly name: string;
  readonly pictures: readonly string[];
};

// Without the dot before it, as in Keras.
const endings = /(?:jpe?g|png|webp)$/iv;

/**
The class folders of a folder, and their pictures, in the order of Keras' flow_from_directory: classes by name;
within a class its folders by path and in each of them the files by name, all by code points, as Python sorts.
Hidden files and folders, and what archives made on a Mac leave behind, are passed over.
*/
export async function listClassFolders(root: string): Promise<readonly ClassFolder[]> {
  const entries = await readFolder(root);
  const folders: string[] = [];
  for (const entry of entries) {
    if (isShown(entry.name) && await isFolder(root, entry)) {
      folders.push(entry.name);
    }
  }

  folders.sort(compareCodePoints);
  return Promise.all(folders.map(async name => ({name, pictures: await listPictures(path.join(root, name))})));
}

/** Orders strings by their code points, as Python does; `<` on strings compares UTF-16 units, which differs beyond U+FFFF. */
export function compareCodePoints(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let index = 0; index < length; index++) {
    const difference = left.codePointAt(index)! - right.codePointAt(index)!;
    if (difference !== 0) {
      return difference;
    }
  }

  return left.length - right.length;
}

/** The pictures of a folder and of those in it, relative to it, in that order. */
export async function listPictures(folder: string): Promise<readonly string[]> {
  const folders = new Map<string, string[]>();
  await walk(folder, '', folders);
  const sorted = [...folders].toSorted(([left], [right]) => compareCodePoints(left, right));
  return sorted.flatMap(([, files]) => files.toSorted(compareCodePoints));
}

async function walk(root: string, below: string, folders: Map<string, string[]>): Promise<void> {
  const files: string[] = [];
  folders.set(below, files);
  for (const entry of await readFolder(path.join(root, below))) {
    const place = below === '' ? entry.name : `${below}/${entry.name}`;
    if (!isShown(entry.name)) {
      continue;
    }

    // Python's os.walk, and so Keras, follows links to files but not to folders.
    if (entry.isDirectory()) {
      await walk(root, place, folders);
    } else if (isPictureName(entry.name)) {
      files.push(place);
    }
  }
}

async function readFolder(folder: string): Promise<Dirent[]> {
  try {
    return await readdir(folder, {withFileTypes: true});
  } catch (error) {
    throw errors.cannotReadFile(folder, error);
  }
}

/** A class folder may be a link to a folder elsewhere. */
async function isFolder(root: string, entry: Dirent): Promise<boolean> {
  if (!entry.isSymbolicLink()) {
    return entry.isDirectory();
  }

  const target = await stat(path.join(root, entry.name)).catch(() => undefined);
  return target?.isDirectory() ?? false;
}

/** Whether a name ends as those of the pictures that are taken: in jpg, jpeg, png or webp, in any case. */
export function isPictureName(name: string): boolean {
  return endings.test(name);
}

/** Whether a file or folder of this name is looked at. */
export function isShown(name: string): boolean {
  return !name.startsWith('.') && name !== '__MACOSX';
}
