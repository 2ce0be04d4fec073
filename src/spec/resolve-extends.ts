import fs from 'node:fs';
import path from 'node:path';
import {without} from './located.js';
import {mergeTrees} from './merge-trees.js';
import {anchorPaths} from './anchor-paths.js';
import type {SpecProblem} from './problem.js';
import {displayPath, type ReadSource} from './read-source.js';
import {suggest} from './suggest.js';
import type {LocatedMap, Source} from './source.js';

/** A file with everything that it inherits. */
export type ResolvedFile = {
  readonly source: Source;
  /** Merged; undefined where the file or a parent could not be read. */
  readonly tree: LocatedMap | undefined;
  /** The parent, resolved in the same way. */
  readonly parent: ResolvedFile | undefined;
  readonly problems: readonly SpecProblem[];
};

// They say who a row is, not what it does, and so are its own.
const ownKeys = ['name', 'description', 'published', 'matrix', 'extends'];

/** How files are read, and the folder that their names are shown from. */
export type Reading = {
  readonly cwd: string;
  readonly read: (file: string) => ReadSource;
};

/** Reads a file and the chain of files that it extends, and merges them from the root down. */
export function resolveExtends(file: string, {cwd, read}: Reading, chain: readonly string[] = []): ResolvedFile {
  const {source, tree, problems} = read(file);
  if (!tree) {
    return {source, tree, parent: undefined, problems};
  }

  const anchored = anchorPaths(tree, source);
  const reference = anchored.entries.get('extends')?.value;
  if (reference?.kind !== 'scalar' || typeof reference.value !== 'string') {
    return {source, tree: anchored, parent: undefined, problems};
  }

  const parentFile = path.resolve(path.dirname(path.resolve(cwd, file)), reference.value);
  const here = [...chain, path.resolve(cwd, file)];
  const missing = parentProblem(parentFile, here, cwd);
  if (missing) {
    return {source, tree: undefined, parent: undefined, problems: [{key: 'extends', message: missing, place: reference.place}]};
  }

  const parent = resolveExtends(parentFile, {cwd, read}, here);
  const merged = parent.tree && mergeTrees(without(parent.tree, ownKeys), anchored);
  return {source, tree: merged, parent, problems: parent.problems};
}

function parentProblem(parentFile: string, chain: readonly string[], cwd: string): string | undefined {
  const start = chain.indexOf(parentFile);
  if (start !== -1) {
    return `the files extend each other in a circle: ${[...chain.slice(start), parentFile].map(file => displayPath(file, cwd)).join(' → ')}.`;
  }

  if (fs.statSync(parentFile, {throwIfNoEntry: false})?.isFile()) {
    return undefined;
  }

  const folder = path.dirname(parentFile);
  const neighbours = fs.existsSync(folder) ? fs.readdirSync(folder).filter(name => /\.ya?ml$/v.test(name)) : [];
  return `there is no file ${displayPath(parentFile, cwd)}.${suggest(path.basename(parentFile), neighbours)}`;
}
