import fs from 'node:fs';
import path from 'node:path';
import {reason} from '../errors.js';
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

    if (stat) {
      return `expected a file, but ${shown} is ${stat.isDirectory() ? 'a folder' : 'a pipe, a socket or a device'}.`;
    }

    return `there is no file ${shown}.${suggestNeighbour(absolute, name => kindOf(name) === kindOf(absolute))}`;
  } catch (error) {
    return `${shown} cannot be reached (${reason(error)}). Check the name, and the permissions of the folders on the way.`;
  }
}

function kindOf(name: string): string {
  return path.extname(name).replace('.yml', '.yaml');
}
