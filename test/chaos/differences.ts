/** Where two values differ, in words, each place by its path; at most so many. */
export function differences(expected: unknown, actual: unknown, most = 10): string[] {
  return [...differ(expected, actual, '')].slice(0, most);
}

function * differ(expected: unknown, actual: unknown, place: string): Generator<string> {
  if (isObject(expected) && isObject(actual)) {
    for (const key of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      yield * differ(expected[key], actual[key], `${place}/${key}`);
    }
  } else if (!Object.is(expected, actual)) {
    yield `${place}: ${show(actual)}, undisturbed ${show(expected)}`;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function show(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > 300 ? `${text.slice(0, 300)}…` : text;
}
