import {fileKeys} from './file-keys.js';
import {dereference, experimentSchema, keysOf, type Schema} from './schema.js';
import {shorten} from './shorten.js';
import {suggest, synonymsOf} from './suggest.js';

/** What is wrong with a dotted key, if anything is: a part that its schema does not know. */
export function describeKey(key: string): string | undefined {
  let schema: Schema = experimentSchema;
  for (const [index, part] of key.split('.').entries()) {
    const known = keysOf(schema);
    const below = Object.hasOwn(known, part) ? known[part] : freeKey(schema);
    if (!below) {
      return Object.keys(known).length === 0
        ? `"${key.split('.').slice(0, index).join('.')}" is one value: it has no keys below it.`
        : describeUnknownKey(part, Object.keys(known));
    }

    schema = dereference(below);
  }

  return undefined;
}

// Where any key may stand: a class's name.
function freeKey({additionalProperties}: Schema): Schema | undefined {
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

/** Says that a key is unknown where only `known` ones may stand, and which was meant. */
export function describeUnknownKey(key: string, known: readonly string[]): string {
  if (key === '<<') {
    return '"<<" merges nothing here. Write the values out, or take those of another file by `extends`.';
  }

  const meant = suggestSection(key, known) ?? suggest(key, known);
  return describeColon(key) ?? `unknown key "${shorten(key, 60)}".${meant || ` Known here: ${known.join(', ')}.`}`;
}

// `dense {units: 3}` and `{name:adam}` are keys to the parser.
function describeColon(key: string): string | undefined {
  const [, word, behind] = /^(?<word>[\w.]+)(?<behind>\s+\S.*|[\{\[].*)$/v.exec(key) ?? [];
  if (word !== undefined && behind !== undefined) {
    return `the colon behind "${word}" is missing: \`${word}: ${behind.trim()}…\`.`;
  }

  const [, before, value] = /^(?<before>[\w.]+):(?<value>\S+)$/v.exec(key) ?? [];
  return before === undefined || value === undefined ? undefined : `write a space after the colon: \`${before}: ${value}\`.`;
}

// What stands one level too high: `learning_rate` beside `optimizer`.
function suggestSection(key: string, known: readonly string[]): string | undefined {
  const names = [key, ...synonymsOf(key)];
  for (const name of names.filter(one => !known.includes(one))) {
    const section = known.find(one => Object.hasOwn(keysOf(dereference(experimentSchema.properties?.[one] ?? {})), name));
    if (section !== undefined) {
      return ` Did you mean \`${section}: {${name}: …}\`?`;
    }
  }

  return undefined;
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

/** What is wrong with a dotted key of a matrix, if anything is. */
export function describeMatrixKey(key: string): string | undefined {
  const [first] = key.split('.') as [string];
  if (first === 'seeds') {
    return 'every row is trained once for each of its `seeds`: write them beside the matrix, `seeds: [0, 1, 2]`.';
  }

  if (fileKeys.includes(first)) {
    return `"${first}" cannot be varied: it belongs to the file, not to what is trained.`;
  }

  return keyBelowList(key) ?? describeKey(key);
}
