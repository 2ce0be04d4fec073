import {LineCounter, parseDocument} from 'yaml';
import {errors} from '../errors.js';
import {locateNode} from './locate-node.js';
import {keyBelowList} from './describe-key.js';
import type {Assignment} from './lay-assignments.js';
import {nameSuffix} from './name-suffix.js';
import type {Source} from './source.js';

/** What one `--set` lays on every file, and what it adds to the names of the rows, since they are others than the files'. */
export type Override = {readonly assignment: Assignment; readonly suffix: string};

// These say nothing of what is trained.
const unnamed = new Set(['seeds', 'name', 'description', 'published']);

/** Reads `--set optimizer.learning_rate=0.001`: a dotted key and a YAML value. Throws a UserError where it is neither, or cannot be laid on a file. */
export function parseOverride(text: string): Override {
  const [, key, value] = /^([^\s.=]+(?:\.[^\s.=]+)*)=(.*)$/sv.exec(text) ?? [];
  if (key === undefined || value === undefined) {
    throw errors.badOverride(text);
  }

  const path = key.split('.');
  checkKey(text, path);
  const lines = new LineCounter();
  const document = parseDocument(value, {lineCounter: lines, prettyErrors: false});
  if (document.errors.length > 0) {
    throw errors.badOverride(text);
  }

  const source: Source = {label: `--set ${text}`, path: undefined, text: value, lines};
  const node = locateNode(document.contents, document, source);
  return {
    assignment: {path, key: {source, start: 0, end: 0}, value: node},
    suffix: unnamed.has(path[0]!) ? '' : nameSuffix(key, node),
  };
}

function checkKey(text: string, path: readonly string[]): void {
  const [first] = path;
  if (first === 'extends' || first === 'matrix') {
    throw errors.overrideOfFile(text, first);
  }

  const below = keyBelowList(path.join('.'));
  if (below !== undefined) {
    throw errors.overrideBelowList(text, below);
  }
}
