import {existsSync} from 'node:fs';
import path from 'node:path';
import type {BoardRow} from '../../domain/board-row.js';
import type {Places} from '../places.js';

/** Whether a stored row's file is the one that is given, or lies below the folder, be they there still or not. */
export function isBelow({file}: BoardRow, given: string, places: Places): boolean {
  const absolute = locate(file, places);
  const folder = path.resolve(places.cwd, given);
  return absolute === folder || absolute.startsWith(folder + path.sep);
}

// A row's file is stored relative to the folder that `run` was called from, and by default the runs lie in that folder.
function locate(file: string, {cwd, runs}: Places): string {
  const besideRuns = path.resolve(runs, '..', file);
  return existsSync(besideRuns) ? besideRuns : path.resolve(cwd, file);
}
