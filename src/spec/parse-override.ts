import {LineCounter} from 'yaml';
import {errors} from '../errors.js';
import {keyBelowList} from './describe-key.js';
import type {Assignment} from './lay-assignments.js';
import {limits} from './limits.js';
import {nameSuffix} from './name-suffix.js';
import {parseSource} from './parse-source.js';
import {shorten} from './shorten.js';
import type {Located, Source} from './source.js';

/** What one `--set` lays on every file, and what it adds to the names of the rows, since they are others than the files'. */
export type Override = {readonly assignment: Assignment; readonly suffix: string};

// These say nothing of what is trained.
const unnamed = new Set(['seeds', 'resources', 'name', 'description', 'published']);

/**
Reads `--set optimizer.learning_rate=0.001`: a dotted key and a YAML value. Throws a UserError where it is neither, or cannot be
laid on a file.
*/
export function parseOverride(text: string): Override {
  const [, key, value] = /^([^\s.=]+(?:\.[^\s.=]+)*)=(.*)$/sv.exec(text) ?? [];
  if (key === undefined || value === undefined) {
    throw errors.badOverride(shown(text));
  }

  if (value.trim() === '') {
    throw errors.overrideWithoutValue(shown(text));
  }

  const path = key.split('.');
  checkKey(text, path);
  const lines = new LineCounter();
  const source: Source = {label: `--set ${shown(text)}`, path: undefined, text: value, lines};
  const node = parseValue(text, source);
  return {
    assignment: {path, key: {source, start: 0, end: 0}, value: node},
    suffix: unnamed.has(path[0]!) ? '' : nameSuffix(key, node),
  };
}

function parseValue(text: string, source: Source): Located {
  const {node, problems: [mistake]} = parseSource(source);
  if (!node) {
    throw errors.overrideNotYaml(shown(text), mistake!.message);
  }

  return node;
}

function checkKey(text: string, path: readonly string[]): void {
  const [first] = path;
  if (first === 'extends' || first === 'matrix') {
    throw errors.overrideOfFile(shown(text), first);
  }

  if (path.length > limits.depth) {
    throw errors.badOverride(shown(text));
  }

  const below = keyBelowList(path.join('.'));
  if (below !== undefined) {
    throw errors.overrideBelowList(shown(text), below);
  }
}

// A command line holds more than anybody wants to read again.
function shown(text: string): string {
  return shorten(text, 200);
}
