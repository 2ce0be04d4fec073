import {LineCounter, parseDocument, type Document} from 'yaml';
import {errors} from '../errors.js';
import {locateNode} from './locate-node.js';
import {keyBelowList} from './describe-key.js';
import type {Assignment} from './lay-assignments.js';
import {nameSuffix} from './name-suffix.js';
import type {Located, Source} from './source.js';
import {syntaxProblems} from './syntax-problems.js';

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
    throw errors.badOverride(text);
  }

  if (value.trim() === '') {
    throw errors.overrideWithoutValue(text);
  }

  const path = key.split('.');
  checkKey(text, path);
  const lines = new LineCounter();
  const source: Source = {label: `--set ${text}`, path: undefined, text: value, lines};
  const node = parseValue(text, source);
  return {
    assignment: {path, key: {source, start: 0, end: 0}, value: node},
    suffix: unnamed.has(path[0]!) ? '' : nameSuffix(key, node),
  };
}

function parseValue(text: string, source: Source): Located {
  const document = parseDocument(source.text, {lineCounter: source.lines, prettyErrors: false});
  const [mistake] = syntaxProblems(document, source);
  if (mistake) {
    throw errors.overrideNotYaml(text, mistake.message);
  }

  const {node, problems: [unresolved]} = locateValue(text, document, source);
  if (unresolved) {
    throw errors.overrideNotYaml(text, unresolved.message);
  }

  return node;
}

function locateValue(text: string, document: Document.Parsed, source: Source): ReturnType<typeof locateNode> {
  try {
    return locateNode(document, source);
  } catch (error) {
    throw errors.overrideNotYaml(text, (error as Error).message);
  }
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
