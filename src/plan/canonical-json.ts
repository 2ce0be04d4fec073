/** JSON with the keys of every map in code-point order, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(sorted(value));
}

// Not while it is written out: a function that is asked at each value costs most of the time.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(item => sorted(item));
  }

  return typeof value === 'object' && value !== null ? sortKeys(value as Record<string, unknown>) : value;
}

function sortKeys(map: Record<string, unknown>): Record<string, unknown> {
  const keys = Object.keys(map).toSorted((a, b) => a < b ? -1 : 1);
  return Object.fromEntries(keys.map(key => [key, sorted(map[key])]));
}
