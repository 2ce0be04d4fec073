import {isAlias, isMap, isScalar, isSeq, type Alias, type Document, type Node, type Pair} from 'yaml';
import type {SpecProblem} from './problem.js';
import type {Located, LocatedEntry, Place, Source} from './source.js';

// More values than any experiment has; what aliases multiply beyond it was not written by hand.
const mostNodes = 20_000;
// Deeper than any experiment, and shallow enough for recursion.
const deepest = 50;

/** What a tree may still hold, counted down while it is walked, and what was found wrong on the way. */
type Walk = {readonly document: Document.Parsed; readonly source: Source; readonly problems: SpecProblem[]; nodesLeft: number};

/** Turns a YAML document into a Located value; a problem is an alias of nothing. Throws a RangeError where nesting or aliases have no end. */
export function locateNode(document: Document.Parsed, source: Source): {readonly node: Located; readonly problems: readonly SpecProblem[]} {
  const walk: Walk = {document, source, problems: [], nodesLeft: mostNodes};
  return {node: locate(document.contents, walk, 0), problems: walk.problems};
}

function locate(node: Node | null, walk: Walk, depth: number): Located {
  if (depth > deepest || walk.nodesLeft-- === 0) {
    throw new RangeError('its values are nested, or repeated by aliases, without bound.');
  }

  const place = placeOf(node, walk.source);
  if (isAlias(node)) {
    return locateAlias(node, walk, depth);
  }

  if (isMap(node)) {
    return {kind: 'map', entries: new Map(node.items.map(pair => locateEntry(pair, walk, depth))), place};
  }

  if (isSeq(node)) {
    return {kind: 'list', items: node.items.map(item => locate(item as Node, walk, depth + 1)), place};
  }

  return {kind: 'scalar', value: scalarValue(node), place};
}

function locateAlias(alias: Alias, walk: Walk, depth: number): Located {
  const node = alias.resolve(walk.document);
  if (!node) {
    const name = alias.source;
    const message = `unresolved alias *${name}: no value is marked &${name} before it. Mark one, or put a text that begins with * in quotes.`;
    walk.problems.push({key: '', message, place: placeOf(alias, walk.source)});
  }

  return locate(node ?? null, walk, depth + 1);
}

function locateEntry({key, value}: Pair, walk: Walk, depth: number): [string, LocatedEntry] {
  const place = placeOf(key as Node, walk.source);
  const name = isScalar(key) ? String(key.value) : String(key);
  // `key:` with nothing after it is null, and stands where its key does.
  const below: Located = value === null ? {kind: 'scalar', value: null, place} : locate(value as Node, walk, depth + 1);
  return [name, {key: place, value: below}];
}

function scalarValue(node: Node | null): string | number | boolean | null {
  const value: unknown = isScalar(node) ? node.value : null;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    return value;
  }

  if (typeof value === 'bigint') {
    return Number(value);
  }

  return value === null || value === undefined ? null : JSON.stringify(value);
}

function placeOf(node: Node | null, source: Source): Place {
  const [start, end] = node?.range ?? [0, 0];
  return {source, start, end};
}
