import {LineCounter, parseDocument} from 'yaml';
import {errors} from '../errors.js';
import {locateNode} from './locate-node.js';
import {withValueAt} from './located.js';
import type {LocatedMap, Source} from './source.js';

/** Reads `--set optimizer.learning_rate=0.001`: a dotted key and a YAML value. Throws a UserError where it is neither. */
export function parseOverride(text: string): LocatedMap {
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
  return withValueAt(root, key.split('.'), locateNode(document.contents, document, source));
}
