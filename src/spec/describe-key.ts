import {dereference, experimentSchema, keysOf, type Schema} from './schema.js';
import {suggest} from './suggest.js';

/** What is wrong with a dotted key, if anything is: a part that its schema does not know. */
export function describeKey(key: string): string | undefined {
  let schema: Schema = experimentSchema;
  for (const [index, part] of key.split('.').entries()) {
    const known = keysOf(schema);
    const below = Object.hasOwn(known, part) ? known[part] : undefined;
    if (!below) {
      return Object.keys(known).length === 0
        ? `"${key.split('.').slice(0, index).join('.')}" is one value: it has no keys below it.`
        : describeUnknownKey(part, Object.keys(known));
    }

    schema = dereference(below);
  }

  return undefined;
}

/** Says that a key is unknown where only `known` ones may stand, and which was meant. */
export function describeUnknownKey(key: string, known: readonly string[]): string {
  return `unknown key "${key}".${suggest(key, known) || ` Known here: ${known.join(', ')}.`}`;
}

/** That a dotted key goes through a list, if it does: lists are replaced as a whole. */
export function keyBelowList(key: string): string | undefined {
  let schema: Schema = experimentSchema;
  for (const [index, part] of key.split('.').entries()) {
    if (schema.items) {
      const list = key.split('.').slice(0, index).join('.');
      return `"${list}" is a list, which is given as a whole: a dotted key does not reach into it.`;
    }

    schema = dereference(keysOf(schema)[part] ?? {});
  }

  return undefined;
}
