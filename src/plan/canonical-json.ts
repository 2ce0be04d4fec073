// Rows of a table have most of their values in common: each is written out once.
const known = new WeakMap<object, string>();

/** JSON with the keys of every map in code-point order, so that equal values give equal text. The value is not to be changed later. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') {
    return JSON.stringify(value);
  }

  const text = known.get(value) ?? (isMap(value) ? writeMap(value) : JSON.stringify(sorted(value)));
  known.set(value, text);
  return text;
}

function writeMap(map: Record<string, unknown>): string {
  const members = sortedKeys(map).map(key => `${JSON.stringify(key)}:${canonicalJson(map[key])}`);
  return `{${members.join(',')}}`;
}

// Not while it is written out: a function that is asked at each value costs most of the time.
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(item => sorted(item));
  }

  return isMap(value) ? Object.fromEntries(sortedKeys(value).map(key => [key, sorted(value[key])])) : value;
}

/** Those that JSON writes. */
function sortedKeys(map: Record<string, unknown>): string[] {
  return Object.keys(map).filter(key => map[key] !== undefined).toSorted((a, b) => a < b ? -1 : 1);
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
