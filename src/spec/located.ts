import type {Located, LocatedMap, Place} from './source.js';

// What a parent says is the same value for all of its children, so that whoever works something out of it can do so once.
const plain = new WeakMap<Located, unknown>();

/** The plain JSON value of a Located one, which is not to be changed. */
export function plainValue(node: Located): unknown {
  if (node.kind === 'scalar') {
    return node.value;
  }

  const value = plain.get(node) ?? toPlain(node);
  plain.set(node, value);
  return value;
}

function toPlain(node: Exclude<Located, {kind: 'scalar'}>): unknown {
  return node.kind === 'list'
    ? node.items.map(item => plainValue(item))
    : Object.fromEntries([...node.entries].map(([key, {value}]) => [key, plainValue(value)]));
}

/** The text under a key of a map, if that is what it holds. */
export function plainText(tree: LocatedMap, key: string): string | undefined {
  const node = tree.entries.get(key)?.value;
  return node?.kind === 'scalar' && typeof node.value === 'string' ? node.value : undefined;
}

/** The place of the value under `path`, or of the nearest part above it that was written. */
export function placeAt(tree: Located, path: readonly string[]): Place {
  const [first, ...rest] = path;
  const next = first === undefined ? undefined : child(tree, first);
  return next ? placeAt(next, rest) : tree.place;
}

/** The place of the key that ends `path`, or of the nearest part above it. */
export function keyPlaceAt(tree: Located, path: readonly string[]): Place {
  const [first, ...rest] = path;
  if (first === undefined) {
    return tree.place;
  }

  const entry = tree.kind === 'map' ? tree.entries.get(first) : undefined;
  if (entry && rest.length === 0) {
    return entry.key;
  }

  const next = child(tree, first);
  return next ? keyPlaceAt(next, rest) : tree.place;
}

/** A map that holds nothing yet. */
export function emptyMap(place: Place): LocatedMap {
  return {kind: 'map', entries: new Map(), place};
}

/** A copy of `tree` with `value` at `path`, whose keys stand at `key`; maps on the way are made where they are missing. */
export function withValueAt(tree: LocatedMap, path: readonly string[], value: Located, key: Place = value.place): LocatedMap {
  const [first, ...rest] = path;
  if (first === undefined) {
    return tree;
  }

  const existing = tree.entries.get(first);
  const below = existing?.value.kind === 'map' ? existing.value : emptyMap(value.place);
  const entries = new Map(tree.entries);
  entries.set(first, {key, value: rest.length === 0 ? value : withValueAt(below, rest, value, key)});
  return {...tree, entries};
}

/** A copy of `tree` without some of its keys. */
export function without(tree: LocatedMap, keys: readonly string[]): LocatedMap {
  return {...tree, entries: new Map([...tree.entries].filter(([key]) => !keys.includes(key)))};
}

function child(tree: Located, key: string): Located | undefined {
  switch (tree.kind) {
    case 'map': {
      return tree.entries.get(key)?.value;
    }

    case 'list': {
      return tree.items[Number(key)];
    }

    case 'scalar': {
      return undefined;
    }
  }
}
