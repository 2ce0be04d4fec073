import fs from 'node:fs';
import path from 'node:path';
import {errors} from '../errors.js';
import {displayPath} from './read-source.js';
import {suggest} from './suggest.js';

/**
The experiment files that the arguments name: files as they are, folders with all YAML below them in order of their
paths. Files whose name begins with `_` are parents only, and hidden ones are left out. Throws a UserError for a path
that does not exist and for a folder with no YAML.
*/
export function findFiles(paths: readonly string[], cwd: string): string[] {
  const found = paths.flatMap(given => filesAt(given, cwd));
  return [...new Set(found)];
}

function filesAt(given: string, cwd: string): string[] {
  const absolute = path.resolve(cwd, given);
  const stat = fs.statSync(absolute, {throwIfNoEntry: false});
  if (!stat) {
    throw errors.noSuchPath(given, neighbourOf(absolute));
  }

  if (!stat.isDirectory()) {
    return [absolute];
  }

  const files = filesBelow(absolute).toSorted((a, b) => stem(a) < stem(b) ? -1 : 1);
  if (files.length === 0) {
    throw errors.noExperiments(displayPath(absolute, cwd) || '.');
  }

  return files;
}

// Links to folders are not followed, so that no circle of them has to be noticed.
function filesBelow(folder: string): string[] {
  const entries = fs.readdirSync(folder, {withFileTypes: true}).filter(({name}) => !/^[._]/v.test(name));
  if (entries.some(({name}) => name === 'ablate.db')) {
    // Runs keep their resolved experiments beside their results; they are no new rows.
    return [];
  }

  return entries.flatMap(entry => {
    const below = path.join(folder, entry.name);
    if (entry.isDirectory()) {
      return entry.name === 'node_modules' ? [] : filesBelow(below);
    }

    return /\.ya?ml$/v.test(entry.name) && fs.statSync(below, {throwIfNoEntry: false})?.isFile() ? [below] : [];
  });
}

function neighbourOf(absolute: string): string {
  const folder = path.dirname(absolute);
  return fs.existsSync(folder) ? suggest(path.basename(absolute), fs.readdirSync(folder)) : '';
}

// Without its ending, so that `small.yaml` comes before `small-dropout.yaml`.
function stem(name: string): string {
  return name.replace(/\.ya?ml$/v, '');
}
