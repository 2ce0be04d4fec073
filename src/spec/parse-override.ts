import {LineCounter, parseDocument} from 'yaml';
import {errors} from '../errors.js';
import {locateNode} from './locate-node.js';
import {withValueAt} from './located.js';
import {nameSuffix} from './name-suffix.js';
import type {LocatedMap, Source} from './source.js';

/** What one `--set` lays on every file, and what it adds to the names of the rows, since they are others than the files'. */
export type Override = {readonly tree: LocatedMap; readonly suffix: string};

// These say nothing of what is trained.
const unnamed = new Set(['seeds', 'name', 'description', 'published']);

/** Reads `--set optimizer.learning_rate=0.001`: a dotted key and a YAML value. Throws a UserError where it is neither. */
export function parseOverride(text: string): Override {
  const [, key, value] = /^([^\s.=]+(?:\.[^\s.=]+)*)=(.*)$/sv.exec(text) ?? [];
  if (key === undefined || value === undefined) {
    throw errors.badOverride(text);
  }

  const lines = new LineCounter();
  const document = parseDocument(value, {lineCounter: lines, prettyErrors: false});
  if (document.errors.length > 0) {
    throw errors.badOverride(text);
  }

  const source: Source = {label: `--set ${text}`, path: undefined, text: value, lines};
  const root: LocatedMap = {kind: 'map', entries: new Map(), place: {source, start: 0, end: 0}};
  const node = locateNode(document.contents, document, source);
  const path = key.split('.');
  return {tree: withValueAt(root, path, node), suffix: unnamed.has(path[0]!) ? '' : nameSuffix(key, node)};
}
