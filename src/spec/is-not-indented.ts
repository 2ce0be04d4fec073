import {dereference, keysOf, type Schema} from './schema.js';

/** Whether an item of `layers` is a layer without a value and, beside it where they should be below it, its options. */
export function isNotIndented(item: unknown, layers: Readonly<Record<string, Schema>>): boolean {
  if (typeof item !== 'object' || item === null) {
    return false;
  }

  const bare = Object.entries(item).find(([key, value]) => value === null && Object.hasOwn(layers, key))?.[0];
  const options = Object.keys(item).filter(key => key !== bare);
  const known = bare === undefined ? {} : keysOf(dereference(layers[bare]!));
  return options.length > 0 && options.every(key => Object.hasOwn(known, key));
}
