import {emptyMap, plainText, plainValue, without} from './located.js';
import {chooseAlternative, dereference, experimentSchema, keysOf, type Schema} from './schema.js';
import type {Located, LocatedEntry, LocatedMap} from './source.js';
import {foreignSplitKeys} from './split-keys.js';

/**
Lays `child` over `parent`: maps merge, lists and scalars replace, `null` takes the parent's key away, but a
key that nobody knows stays, to be reported. Where the child names another optimizer or another method of the split, the
parent's options that only others know go.
*/
export function mergeTrees(parent: LocatedMap, child: LocatedMap, schema: Schema = experimentSchema): LocatedMap {
  const entries = new Map(parent.entries);
  for (const [key, entry] of child.entries) {
    if (isNull(entry.value) && (entries.has(key) || Object.hasOwn(keysOf(schema), key))) {
      entries.delete(key);
    } else {
      entries.set(key, mergeEntry(entries.get(key), entry, dereference(schema.properties?.[key] ?? {})));
    }
  }

  return {kind: 'map', entries, place: child.place};
}

function isNull(value: Located): boolean {
  return value.kind === 'scalar' && value.value === null;
}

function mergeEntry(parent: LocatedEntry | undefined, child: LocatedEntry, schema: Schema): LocatedEntry {
  const {value} = child;
  if (value.kind !== 'map') {
    return child;
  }

  const below = parent?.value.kind === 'map' ? withoutForeignKeys(parent.value, value, schema) : emptyMap(value.place);
  return {key: child.key, value: mergeTrees(below, value, schema)};
}

// Keys that no alternative knows are left, to be reported.
function withoutForeignKeys(parent: LocatedMap, child: LocatedMap, schema: Schema): LocatedMap {
  if (schema === experimentSchema.properties?.split) {
    return without(parent, foreignSplitKeys(plainText(child, 'method')));
  }

  const chosen = chooseAlternative(schema, plainValue(child));
  const foreign = Object.keys(keysOf(schema)).filter(key => !(key in (chosen.properties ?? {})));
  return chosen === schema ? parent : without(parent, foreign);
}
