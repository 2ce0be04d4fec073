import {remembered} from './remembered.js';
import {chooseAlternative, dereference, experimentSchema, type Schema} from './schema.js';

/**
A copy of a valid experiment, in the schema's order, in which every key that has a default stands, down to each layer's options. It is
not to be changed: parts of it are parts of other experiments too.
*/
export function applyDefaults(value: unknown, schema: Schema = experimentSchema): unknown {
  return value !== null && typeof value === 'object' ? fill(value, schema) : value;
}

const fill = remembered((value: object, schema: Schema): unknown => {
  const resolved = chooseAlternative(dereference(schema), value);
  if (Array.isArray(value)) {
    return resolved.items ? value.map(item => applyDefaults(item, resolved.items)) : value;
  }

  if (!resolved.properties) {
    return value;
  }

  const given = value as Record<string, unknown>;
  const filled: Record<string, unknown> = {};
  for (const [key, property] of Object.entries(resolved.properties)) {
    const start = given[key] ?? dereference(property).default;
    if (start !== undefined) {
      filled[key] = applyDefaults(start, property);
    }
  }

  const others = Object.entries(given).filter(([key]) => !(key in filled));
  return others.length > 0 ? {...filled, ...Object.fromEntries(others)} : filled;
});
