import {existsSync} from 'node:fs';
import path from 'node:path';
import type {Places} from '../places.js';

/** Where a row's file lies, be it there still or not: it is stored relative to the folder that `run` was called from, which mostly holds the runs. */
export function locateRowFile(file: string, {cwd, runs}: Pick<Places, 'cwd' | 'runs'>): string {
  const besideRuns = path.resolve(runs, '..', file);
  return existsSync(besideRuns) ? besideRuns : path.resolve(cwd, file);
}
