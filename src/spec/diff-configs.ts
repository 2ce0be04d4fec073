import type {Change} from '../domain/experiment.js';
import {chooseAlternative, dereference, experimentSchema, keysOf, type Schema} from './schema.js';

type Configs = {readonly from: Record<string, unknown>; readonly to: Record<string, unknown>; readonly schema: Schema};

/** What differs between two configurations, as dotted keys in the second one's order. */
export function diffConfigs(from: unknown, to: unknown, schema: Schema = experimentSchema, prefix = ''): Change[] {
  if (isMap(from) && isMap(to)) {
    const keys = [...new Set([...Object.keys(to), ...Object.keys(from)])]
      .filter(key => !isSame(from[key], to[key]) && !cameWithName(key, {from, to, schema}));
    return keys.flatMap(key => diffConfigs(from[key], to[key], dereference(keysOf(schema)[key] ?? {}), prefix === '' ? key : `${prefix}.${key}`));
  }

  // Lists of the same kinds of layers differ in their options; any other two lists differ as a whole.
  if (Array.isArray(from) && Array.isArray(to) && sameKinds(from, to)) {
    return to.flatMap((item, index) => diffConfigs(from[index], item, {}, `${prefix}.${index}`));
  }

  return isSame(from, to) ? [] : [{key: prefix, from: withoutDefaults(from, schema), to: withoutDefaults(to, schema)}];
}

// Another name or method brings defaults of its own, and takes away what it does not know: no changes of their own. Nobody chose
// an option that stands at its default on both sides, or on the one side that has it.
function cameWithName(key: string, {from, to, schema}: Configs): boolean {
  const chooser = ['name', 'method'].find(each => each in keysOf(schema));
  if (chooser === undefined || key === chooser || from[chooser] === to[chooser]) {
    return false;
  }

  // The split's options stand in one map for all of its methods, and are filled in for those that read them.
  const isKnown = key in to || (chooser === 'name' && key in optionsOf(schema, to));
  return !isKnown || [from, to].every(side => !(key in side) || isSame(side[key], optionsOf(schema, side)[key]?.default));
}

// Of a map that stands on one side alone.
function withoutDefaults(value: unknown, schema: Schema): unknown {
  const options = optionsOf(schema, value);
  return isMap(value) ? Object.fromEntries(Object.entries(value).filter(([key, option]) => !isSame(option, options[key]?.default))) : value;
}

function optionsOf(schema: Schema, value: unknown): Record<string, Schema> {
  return Object.fromEntries(Object.entries(keysOf(chooseAlternative(schema, value))).map(([key, option]) => [key, dereference(option)]));
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

function sameKinds(from: readonly unknown[], to: readonly unknown[]): boolean {
  return from.length === to.length && from.every((item, index) => {
    const other = to[index];
    return isMap(item) && isMap(other) && Object.keys(item).join(',') === Object.keys(other).join(',');
  });
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
