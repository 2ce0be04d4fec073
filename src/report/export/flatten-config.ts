/** A configuration as pairs of dotted key and text: maps are gone into, lists are JSON. */
export function flattenConfig(config: Readonly<Record<string, unknown>>, prefix = ''): Array<[key: string, value: string]> {
  return Object.entries(config).flatMap(([key, value]): Array<[string, string]> => {
    if (value !== null && typeof value === 'object' && !Array.isArray(value)) {
      return flattenConfig(value as Record<string, unknown>, `${prefix}${key}.`);
    }

    return [[prefix + key, typeof value === 'string' ? value : JSON.stringify(value)]];
  });
}
