import fs from 'node:fs';
import path from 'node:path';
import {LineCounter, parseDocument, type Document} from 'yaml';
import {errors} from '../errors.js';
import {locateNode} from './locate-node.js';
import type {SpecProblem} from './problem.js';
import type {LocatedMap, Source} from './source.js';

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

/** Reads one YAML file, keeping where everything stands. Syntax errors are problems; an unreadable file is a UserError. */
function readSource(file: string, cwd: string): ReadSource {
  const absolute = path.resolve(cwd, file);
  const label = displayPath(absolute, cwd);
  const lines = new LineCounter();
  const source: Source = {label, path: absolute, text: readText(absolute, label), lines};
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

function readText(absolute: string, label: string): string {
  try {
    const bytes = fs.readFileSync(absolute);
    if (bytes.length > largestFileBytes) {
      throw errors.fileTooLarge(label, bytes.length, largestFileBytes);
    }

    return new TextDecoder('utf-8', {fatal: true}).decode(bytes);
  } catch (error) {
    throw error instanceof TypeError ? errors.notText(label) : errors.cannotReadFile(label, error);
  }
}

function syntaxProblems(document: Document.Parsed, source: Source): SpecProblem[] {
  return document.errors.map(({message, pos: [start, end]}) => ({
    key: '',
    message: `not valid YAML: ${message.replace(/\.$/v, '')}.`,
    place: {source, start, end},
  }));
}

function rootMap(document: Document.Parsed, source: Source): {tree: LocatedMap | undefined; problems: SpecProblem[]} {
  const whole = {source, start: 0, end: 0};
  try {
    const tree = locateNode(document.contents, document, source);
    if (tree.kind === 'map') {
      return {tree, problems: []};
    }

    const got = tree.kind === 'list' ? 'a list' : JSON.stringify(tree.value);
    const message = `expected an experiment (keys and values) but got ${got === 'null' ? 'nothing' : got}.`;
    return {tree: undefined, problems: [{key: '', message, place: tree.place}]};
  } catch (error) {
    // The yaml library refuses aliases that would grow without bound.
    return {tree: undefined, problems: [{key: '', message: `not usable YAML: ${(error as Error).message}`, place: whole}]};
  }
}
