import path from 'node:path';
import {fileKeys} from './file-keys.js';
import {limits} from './limits.js';
import {without} from './located.js';
import {mergeTrees} from './merge-trees.js';
import {missingFile} from './missing-file.js';
import type {SpecProblem} from './problem.js';
import {displayPath, type ReadSource} from './read-source.js';
import type {Located, LocatedMap, Source} from './source.js';

/** A file with everything that it inherits. */
export type ResolvedFile = {
  readonly source: Source;
  /** What stands in the file itself; undefined where it could not be read. */
  readonly own: LocatedMap | undefined;
  /** Merged; undefined where the file or a parent could not be read. */
  readonly tree: LocatedMap | undefined;
  /** The parent, resolved in the same way. */
  readonly parent: ResolvedFile | undefined;
  readonly problems: readonly SpecProblem[];
};

/** How files are read, and the folder that their names are shown from. */
export type Reading = {
  readonly cwd: string;
  readonly read: (file: string) => ReadSource;
};

/** Reads a file and the chain of files that it extends, and merges them from the root down. */
export function resolveExtends(file: string, reading: Reading, chain: readonly string[] = []): ResolvedFile {
  const {source, tree: own, problems} = reading.read(file);
  const reference = own?.entries.get('extends')?.value;
  if (!own || !reference) {
    return {source, own, tree: own, parent: undefined, problems};
  }

  const here = [...chain, path.resolve(reading.cwd, file)];
  const parentFile = fileNamed(reference, here.at(-1)!);
  const message = parentProblem(parentFile, here, reading.cwd);
  if (message !== undefined) {
    return {source, own, tree: undefined, parent: undefined, problems: [{key: 'extends', message, place: reference.place}]};
  }

  const parent = resolveExtends(parentFile!, reading, here);
  const tree = parent.tree && mergeTrees(without(parent.tree, fileKeys), own);
  return {source, own, tree, parent, problems: parent.problems};
}

function fileNamed(reference: Located, from: string): string | undefined {
  const name = reference.kind === 'scalar' ? reference.value : undefined;
  return typeof name === 'string' && name !== '' ? path.resolve(path.dirname(from), name) : undefined;
}

function parentProblem(parentFile: string | undefined, chain: readonly string[], cwd: string): string | undefined {
  if (parentFile === undefined) {
    return 'expected the name of the parent file. Leave `extends` away where there is none.';
  }

  if (chain.length > limits.parents) {
    return `more than ${limits.parents} files extend each other, from ${displayPath(chain[0]!, cwd)} to here. Write out what some of them say.`;
  }

  const start = chain.indexOf(parentFile);
  return start === -1
    ? missingFile(parentFile, cwd)
    : `the files extend each other in a circle: ${[...chain.slice(start), parentFile].map(file => displayPath(file, cwd)).join(' → ')}.`;
}
