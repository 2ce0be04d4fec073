import {mkdir, writeFile} from 'node:fs/promises';
import path from 'node:path';
import type {Files} from './kind.js';

/** Writes an input's files below a folder. */
export async function writeFiles(folder: string, files: Files): Promise<void> {
  for (const [name, bytes] of Object.entries(files)) {
    const file = path.join(folder, name);
    await mkdir(path.dirname(file), {recursive: true});
    await writeFile(file, bytes);
  }
}
