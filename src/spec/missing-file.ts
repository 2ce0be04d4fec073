import fs from 'node:fs';
import path from 'node:path';
import {displayPath} from './read-source.js';
import {suggest} from './suggest.js';

/** Says that there is no such file, and which neighbour of it may have been meant; nothing where there is one. */
export function missingFile(absolute: string, cwd: string): string | undefined {
  const stat = fs.statSync(absolute, {throwIfNoEntry: false});
  if (stat?.isFile()) {
    return undefined;
  }

  if (stat?.isDirectory()) {
    return `expected a file, but ${displayPath(absolute, cwd) || '.'} is a folder.`;
  }

  const folder = path.dirname(absolute);
  const neighbours = fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => path.extname(name) === path.extname(absolute)) : [];
  return `there is no file ${displayPath(absolute, cwd)}.${suggest(path.basename(absolute), neighbours)}`;
}
