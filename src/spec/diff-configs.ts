import type {Change} from '../domain/experiment.js';
import {chooseAlternative, dereference, experimentSchema, keysOf, type Schema} from './schema.js';

/** What differs between two configurations, as dotted keys in the second one's order. */
export function diffConfigs(from: unknown, to: unknown, schema: Schema = experimentSchema, prefix = ''): Change[] {
  if (isMap(from) && isMap(to)) {
    const keys = [...new Set([...Object.keys(to), ...Object.keys(from)])].filter(key => isShared(key, from, to, schema));
    return keys.flatMap(key => diffConfigs(from[key], to[key], dereference(keysOf(schema)[key] ?? {}), prefix === '' ? key : `${prefix}.${key}`));
  }

  // Lists of the same kinds of layers differ in their options; any other two lists differ as a whole.
  if (Array.isArray(from) && Array.isArray(to) && sameKinds(from, to)) {
    return to.flatMap((item, index) => diffConfigs(from[index], item, {}, `${prefix}.${index}`));
  }

  return JSON.stringify(from) === JSON.stringify(to) ? [] : [{key: prefix, from, to}];
}

// Where `name` or `method` differs, options that only one of the two has came with it and are no change of their own, unless
// the other name could have had them and they were chosen.
function isShared(key: string, from: Record<string, unknown>, to: Record<string, unknown>, schema: Schema): boolean {
  if ((from.name === to.name && from.method === to.method) || (key in from && key in to)) {
    return true;
  }

  if (from.method !== to.method) {
    return false;
  }

  const [having, lacking] = key in to ? [to, from] : [from, to];
  const [own, others] = [having, lacking].map(each => keysOf(chooseAlternative(schema, each))[key]);
  return others !== undefined && having[key] !== dereference(own ?? {}).default;
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
