import fs from 'node:fs';
import path from 'node:path';
import {errors} from '../errors.js';
import {displayPath} from './read-source.js';
import {suggestNeighbour} from './suggest-neighbour.js';

/**
The experiment files that the arguments name: files as they are, folders with all YAML below them in order of their
paths. Files whose name begins with `_` are parents only, `rules.yaml` goes with photos, and hidden ones are left out. Throws a UserError for a path
that does not exist, for a folder with no YAML and for one that cannot be read.
*/
export function findFiles(paths: readonly string[], cwd: string): string[] {
  const found = paths.flatMap(given => filesAt(given, cwd));
  return [...new Set(found)];
}

function filesAt(given: string, cwd: string): string[] {
  const absolute = path.resolve(cwd, given);
  const stat = reading(absolute, cwd, () => fs.statSync(absolute, {throwIfNoEntry: false}));
  if (!stat) {
    throw errors.noSuchPath(given, suggestNeighbour(absolute, () => true));
  }

  if (!stat.isDirectory()) {
    return [absolute];
  }

  const {files, leftOut} = look(absolute, cwd);
  if (files.length === 0) {
    throw errors.noExperiments(displayPath(absolute, cwd) || '.', leftOut.map(({file, why}) => ({why, file: displayPath(file, cwd) || '.'})));
  }

  return files.toSorted((a, b) => stem(a) < stem(b) ? -1 : 1);
}

/** What lies below a folder, and what of it could have been meant but does not count. */
type Found = {
  readonly files: readonly string[];
  readonly leftOut: ReadonlyArray<{readonly file: string; readonly why: 'results' | 'parent'}>;
};

// Links to folders are not followed, so that no circle of them has to be noticed.
function look(folder: string, cwd: string): Found {
  const entries = reading(folder, cwd, () => fs.readdirSync(folder, {withFileTypes: true})).filter(({name}) => !name.startsWith('.'));
  if (entries.some(({name}) => name === 'ablate.db')) {
    // Runs keep their resolved experiments beside their results; they are no new rows.
    return {files: [], leftOut: [{file: folder, why: 'results'}]};
  }

  const found = entries.map(entry => lookAt(entry, path.join(folder, entry.name), cwd));
  return {files: found.flatMap(({files}) => files), leftOut: found.flatMap(({leftOut}) => leftOut)};
}

function lookAt(entry: fs.Dirent, file: string, cwd: string): Found {
  const nothing: Found = {files: [], leftOut: []};
  const isParent = entry.name.startsWith('_');
  if (entry.isDirectory()) {
    return isParent || entry.name === 'node_modules' ? nothing : look(file, cwd);
  }

  if (!/\.ya?ml$/v.test(entry.name) || entry.name === 'rules.yaml') {
    return nothing;
  }

  if (isParent) {
    return {files: [], leftOut: [{file, why: 'parent'}]};
  }

  return isOther(file) ? nothing : {files: [file], leftOut: []};
}

// What cannot be looked at is told beside the mistakes of the others: a link that leads nowhere was meant to lead to a row.
function isOther(file: string): boolean {
  try {
    return !fs.statSync(file).isFile();
  } catch {
    return false;
  }
}

function reading<T>(file: string, cwd: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throw errors.cannotLookInto(displayPath(file, cwd) || '.', error);
  }
}

// Without its ending, so that `small.yaml` comes before `small-dropout.yaml`.
function stem(name: string): string {
  return name.replace(/\.ya?ml$/v, '');
}
