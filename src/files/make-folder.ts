import fs from 'node:fs';
import {mkdir, stat} from 'node:fs/promises';
import path from 'node:path';

/** Makes a folder and those above it where they are missing. Throws what the system says where that cannot be. */
export async function makeFolder(folder: string): Promise<void> {
  // One level at a time: Node 20's own `recursive` never returns where the system says that a parent is not there, as in /proc.
  if (await isFolder(folder)) {
    return;
  }

  if (path.dirname(folder) !== folder) {
    await makeFolder(path.dirname(folder));
  }

  try {
    await mkdir(folder);
  } catch (error) {
    // Another process may have made it meanwhile; anything else of this name is in the way.
    if (!await isFolder(folder)) {
      throw error;
    }
  }
}

/** The same for what cannot wait. */
export function makeFolderSync(folder: string): void {
  if (isFolderSync(folder)) {
    return;
  }

  if (path.dirname(folder) !== folder) {
    makeFolderSync(path.dirname(folder));
  }

  try {
    fs.mkdirSync(folder);
  } catch (error) {
    if (!isFolderSync(folder)) {
      throw error;
    }
  }
}

async function isFolder(folder: string): Promise<boolean> {
  const found = await stat(folder).catch(() => undefined);
  return found?.isDirectory() ?? false;
}

function isFolderSync(folder: string): boolean {
  return fs.statSync(folder, {throwIfNoEntry: false})?.isDirectory() ?? false;
}
