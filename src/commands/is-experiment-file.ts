import {existsSync} from 'node:fs';
import path from 'node:path';
import type {Places} from './places.js';

/** Whether a word of the command line is an experiment file, and not the name of a row or of a run. */
export function isExperimentFile(given: string, {cwd}: Pick<Places, 'cwd'>): boolean {
  return /\.ya?ml$/v.test(given) && existsSync(path.resolve(cwd, given));
}
