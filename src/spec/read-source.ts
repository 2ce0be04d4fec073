import {isUtf8} from 'node:buffer';
import fs from 'node:fs';
import path from 'node:path';
import {LineCounter, parseDocument, type Document} from 'yaml';
import {locateNode} from './locate-node.js';
import type {SpecProblem} from './problem.js';
import type {Located, LocatedMap, Source} from './source.js';
import {syntaxProblems} from './syntax-problems.js';

// An experiment is a page of text; anything near this size was named by mistake.
const largestFileBytes = 1_000_000;

/** One file as it was read; `tree` is undefined where it is no map of keys and values. */
export type ReadSource = {
  readonly source: Source;
  readonly tree: LocatedMap | undefined;
  readonly problems: readonly SpecProblem[];
};

/** A `readSource` that reads each file once: a parent has many children. */
export function sourceReader(cwd: string): (file: string) => ReadSource {
  const known = new Map<string, ReadSource>();
  return file => {
    const absolute = path.resolve(cwd, file);
    const read = known.get(absolute) ?? readSource(absolute, cwd);
    known.set(absolute, read);
    return read;
  };
}

/** Reads one YAML file, keeping where everything stands. What is wrong with it, down to its bytes, is among its problems. */
function readSource(file: string, cwd: string): ReadSource {
  const absolute = path.resolve(cwd, file);
  const {text, problem} = readText(absolute);
  const lines = new LineCounter();
  const source: Source = {label: displayPath(absolute, cwd), path: absolute, text, lines};
  if (problem !== undefined) {
    return {source, tree: undefined, problems: [{key: '', message: problem, place: {source, start: 0, end: 0}}]};
  }

  const document = parseDocument(source.text, {lineCounter: lines, prettyErrors: false});
  const problems = syntaxProblems(document, source);
  if (problems.length > 0) {
    return {source, tree: undefined, problems};
  }

  return {source, ...rootMap(document, source)};
}

/** A path as the user would write it: relative where it lies below the working folder. */
export function displayPath(absolute: string, cwd: string): string {
  const relative = path.relative(cwd, absolute);
  return relative.startsWith('..') ? absolute : relative.split(path.sep).join('/');
}

function readText(absolute: string): {readonly text: string; readonly problem?: string} {
  try {
    const {size} = fs.statSync(absolute);
    if (size > largestFileBytes) {
      const problem = `${size} bytes are too many for an experiment file (at most ${largestFileBytes}). Check that it is the file you meant.`;
      return {text: '', problem};
    }

    const bytes = fs.readFileSync(absolute);
    return isUtf8(bytes) ? {text: new TextDecoder().decode(bytes)} : {text: '', problem: 'the file is not UTF-8 text. Save it as UTF-8.'};
  } catch (error) {
    return {text: '', problem: `cannot be read (${(error as NodeJS.ErrnoException).code}). Check its permissions.`};
  }
}

function rootMap(document: Document.Parsed, source: Source): {tree: LocatedMap | undefined; problems: readonly SpecProblem[]} {
  try {
    const {node, problems} = locateNode(document, source);
    if (problems.length > 0) {
      return {tree: undefined, problems};
    }

    return node.kind === 'map'
      ? {tree: node, problems}
      : {tree: undefined, problems: [{key: '', message: noExperiment(node), place: node.place}]};
  } catch (error) {
    // The yaml library refuses aliases that would grow without bound.
    return {tree: undefined, problems: [{key: '', message: `not usable YAML: ${(error as Error).message}`, place: {source, start: 0, end: 0}}]};
  }
}

function noExperiment(node: Exclude<Located, LocatedMap>): string {
  if (node.kind === 'list') {
    return 'expected an experiment (keys and values) but got a list.';
  }

  const isCrowded = /^[\w.\-]+:\S/v.test(String(node.value));
  const got = node.value === null ? 'nothing' : JSON.stringify(node.value);
  return `expected an experiment (keys and values) but got ${got}.${isCrowded ? ' Write a space after the colon.' : ''}`;
}
