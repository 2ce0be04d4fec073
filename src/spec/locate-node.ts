import {isAlias, isMap, isScalar, isSeq, visit, type Alias, type Document, type Node, type Pair} from 'yaml';
import {limits} from './limits.js';
import type {SpecProblem} from './problem.js';
import type {Located, LocatedEntry, Place, Source} from './source.js';

/** What a tree may still hold, counted down while it is walked, and what was found wrong on the way. */
type Walk = {
  readonly source: Source;
  readonly marked: ReadonlyMap<Alias, Node | undefined>;
  readonly problems: SpecProblem[];
  valuesLeft: number;
  /** The alias that stands where the walk is, and not in what another repeats. */
  outer: Alias | undefined;
  /** Whether an alias went beyond a limit: behind it none is followed. */
  isOver: boolean;
};

/**
Turns a YAML document into a Located value. Problems are aliases: of nothing, or such as make more of the document than an experiment
may be; what they stand for is nothing then. The document itself must be within the limits.
*/
export function locateNode(document: Document.Parsed, source: Source): {readonly node: Located; readonly problems: readonly SpecProblem[]} {
  const walk: Walk = {source, marked: markedNodes(document), problems: [], valuesLeft: limits.values, outer: undefined, isOver: false};
  return {node: locate(document.contents, walk, 0), problems: walk.problems};
}

// All in one walk: the parser's own way from an alias to its node goes through the whole document.
function markedNodes(document: Document.Parsed): ReadonlyMap<Alias, Node | undefined> {
  const latest = new Map<string, Node>();
  const marked = new Map<Alias, Node | undefined>();
  visit(document, {
    Node(_, node) {
      if (isAlias(node)) {
        marked.set(node, latest.get(node.source));
      } else if ('anchor' in node && node.anchor) {
        latest.set(node.anchor, node);
      }
    },
  });
  return marked;
}

function locate(node: Node | null, walk: Walk, depth: number): Located {
  const place = placeOf(node, walk.source);
  walk.valuesLeft--;
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
  const {outer = alias} = walk;
  const place = placeOf(outer, walk.source);
  const node = walk.marked.get(alias);
  const message = node ? describeExcess(outer, walk, depth) : describeUnresolved(alias);
  if (message !== undefined) {
    walk.problems.push({key: '', message, place});
    walk.isOver ||= node !== undefined;
  }

  if (!node || walk.isOver) {
    return {kind: 'scalar', value: null, place};
  }

  const within = walk.outer;
  walk.outer = outer;
  const located = locate(node, walk, depth + 1);
  walk.outer = within;
  return located;
}

function describeUnresolved({source: name}: Alias): string {
  return `unresolved alias *${name}: no value is marked &${name} before it. Mark one, or put a text that begins with * in quotes.`;
}

function describeExcess({source: name}: Alias, {isOver, valuesLeft}: Walk, depth: number): string | undefined {
  if (!isOver && depth >= limits.depth) {
    return `the alias *${name} makes maps and lists stand within each other more than ${limits.depth} deep, or without end. Write its value out.`;
  }

  return !isOver && valuesLeft < 0
    ? `with what its aliases repeat, the file has more than ${limits.values} keys and values. Write fewer aliases.`
    : undefined;
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
