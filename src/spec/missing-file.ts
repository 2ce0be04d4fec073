import fs from 'node:fs';
import path from 'node:path';
import {displayPath} from './read-source.js';
import {suggestNeighbour} from './suggest-neighbour.js';

/** Says that there is no such file, and which neighbour of it may have been meant; nothing where there is one. */
export function missingFile(absolute: string, cwd: string): string | undefined {
  const shown = displayPath(absolute, cwd) || '.';
  try {
    const stat = fs.statSync(absolute, {throwIfNoEntry: false});
    if (stat?.isFile()) {
      return undefined;
    }

    return stat?.isDirectory()
      ? `expected a file, but ${shown} is a folder.`
      : `there is no file ${shown}.${suggestNeighbour(absolute, name => kindOf(name) === kindOf(absolute))}`;
  } catch (error) {
    return `${shown} cannot be reached (${(error as NodeJS.ErrnoException).code}). Check the permissions of the folders on the way.`;
  }
}

function kindOf(name: string): string {
  return path.extname(name).replace('.yml', '.yaml');
}
