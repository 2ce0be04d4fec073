import {isUtf8} from 'node:buffer';
import path from 'node:path';
import {LineCounter} from 'yaml';
import {reason} from '../errors.js';
import {readAtMostSync} from '../files/read-at-most.js';
import {limits} from './limits.js';
import {parseSource} from './parse-source.js';
import type {SpecProblem} from './problem.js';
import {shorten} from './shorten.js';
import type {Located, LocatedMap, Source} from './source.js';

/** One file as it was read; `tree` is undefined where it is no map of keys and values. */
export type ReadSource = {
  readonly source: Source;
  readonly tree: LocatedMap | undefined;
  readonly problems: readonly SpecProblem[];
};

/** A `readSource` that reads each file once: a parent has many children. `what` says what the files should be. */
export function sourceReader(cwd: string, what = 'an experiment'): (file: string) => ReadSource {
  const known = new Map<string, ReadSource>();
  return file => {
    const absolute = path.resolve(cwd, file);
    const read = known.get(absolute) ?? readSource(absolute, cwd, what);
    known.set(absolute, read);
    return read;
  };
}

/** Reads one YAML file, keeping where everything stands. What is wrong with it, down to its bytes, is among its problems. */
function readSource(file: string, cwd: string, what: string): ReadSource {
  const absolute = path.resolve(cwd, file);
  const {text, problem} = readText(absolute, what);
  const lines = new LineCounter();
  const source: Source = {label: displayPath(absolute, cwd), path: absolute, text, lines};
  if (problem !== undefined) {
    return {source, tree: undefined, problems: [{key: '', message: problem, place: {source, start: 0, end: 0}}]};
  }

  const {node, problems} = parseSource(source);
  if (!node) {
    return {source, tree: undefined, problems};
  }

  return node.kind === 'map'
    ? {source, tree: node, problems}
    : {source, tree: undefined, problems: [{key: '', message: noKeys(node, what), place: node.place}]};
}

/** A path as the user would write it: relative where it lies below the working folder. */
export function displayPath(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  return relative.startsWith('..') ? absolute : relative.split(path.sep).join('/');
}

function readText(absolute: string, what: string): {readonly text: string; readonly problem?: string} {
  try {
    const bytes = readAtMostSync(absolute, limits.bytes);
    return isUtf8(bytes) ? {text: new TextDecoder().decode(bytes)} : {text: '', problem: 'the file is not UTF-8 text. Save it as UTF-8.'};
  } catch (error) {
    const {code} = error as NodeJS.ErrnoException;
    return {text: '', problem: code === 'EFBIG'
      ? `more than ${limits.bytes} bytes are too many for ${what === 'an experiment' ? 'an experiment file' : what}. Check that it is the file you meant.`
      : `cannot be read (${reason(error)}). Check that it is the file you meant, and its permissions.`};
  }
}

function noKeys(node: Exclude<Located, LocatedMap>, what: string): string {
  if (node.kind === 'list') {
    return `expected ${what} (keys and values) but got a list.`;
  }

  const isCrowded = /^[\w.\-]+:\S/v.test(String(node.value));
  const got = node.value === null ? 'nothing' : shorten(JSON.stringify(node.value), 60);
  return `expected ${what} (keys and values) but got ${got}.${isCrowded ? ' Write a space after the colon.' : ''}`;
}
