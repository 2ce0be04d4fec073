// Rows of a table have most of their values in common: what each stands for is worked out once.
const known = new Map<string, string>();
const mostKnown = 10_000;

/** JSON with the keys of every map in code-point order, so that equal values give equal text. */
export function canonicalJson(value: unknown): string {
  return isMap(value) ? writeMap(value) : JSON.stringify(sorted(value));
}

function writeMap(map: Record<string, unknown>): string {
  const members = sortedKeys(map).map(key => `${JSON.stringify(key)}:${writeKnown(map[key])}`);
  return `{${members.join(',')}}`;
}

function writeKnown(value: unknown): string {
  const text = JSON.stringify(value);
  const written = known.get(text) ?? JSON.stringify(sorted(value));
  if (known.size > mostKnown) {
    known.clear();
  }

  known.set(text, written);
  return written;
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
