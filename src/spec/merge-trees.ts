import type {LocatedEntry, LocatedMap} from './source.js';

/** Lays `child` over `parent`: maps merge, lists and scalars replace, `null` takes the parent's key away. */
export function mergeTrees(parent: LocatedMap, child: LocatedMap): LocatedMap {
  const entries = new Map(parent.entries);
  for (const [key, entry] of child.entries) {
    if (entry.value.kind === 'scalar' && entry.value.value === null) {
      entries.delete(key);
    } else {
      entries.set(key, mergeEntry(entries.get(key), entry));
    }
  }

  return {kind: 'map', entries, place: child.place};
}

function mergeEntry(parent: LocatedEntry | undefined, child: LocatedEntry): LocatedEntry {
  const {value} = child;
  if (value.kind !== 'map') {
    return child;
  }

  const below: LocatedMap = parent?.value.kind === 'map' ? parent.value : {kind: 'map', entries: new Map(), place: value.place};
  return {key: child.key, value: mergeTrees(below, value)};
}
