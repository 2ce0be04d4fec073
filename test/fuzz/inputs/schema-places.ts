import {dereference, experimentSchema, type Schema} from '../../../src/spec/schema.js';

/** Every place of an experiment where the schema says what may stand, as dotted keys. */
export const schemaPlaces: readonly string[] = [...new Set(placesOf(experimentSchema, [], 0))];

function placesOf(schema: Schema, above: readonly string[], depth: number): string[] {
  const whole = dereference(schema);
  const here = above.length === 0 ? [] : [above.join('.')];
  if (depth > 4) {
    return here;
  }

  const keys = Object.entries(whole.properties ?? {}).flatMap(([key, value]) => placesOf(value, [...above, key], depth + 1));
  const alternatives = [...whole.anyOf ?? [], ...whole.oneOf ?? []].flatMap(one => placesOf(one, above, depth + 1));
  const items = whole.items ? placesOf(whole.items, [...above, '0'], depth + 1) : [];
  return [...here, ...keys, ...alternatives, ...items];
}
