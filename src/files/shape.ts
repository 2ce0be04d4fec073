/** What is wrong with a value that was read, behind its place: `: expected a text`. Undefined where nothing is. */
export type Shape = (value: unknown) => string | undefined;

const mostLevels = 100;

/** Shapes of values that somebody else may have written, or damaged. What a map holds beside its fields does not count. */
export const shape = {
  text: check(value => typeof value === 'string', 'a text'),
  flag: check(value => typeof value === 'boolean', 'true or false'),
  number: check(value => Number.isFinite(value), 'a number'),
  whole: check(value => Number.isSafeInteger(value) && Number(value) >= 0, 'a whole number'),
  positive: check(value => Number.isSafeInteger(value) && Number(value) > 0, 'a whole number from 1 on'),
  /** A name that a file can have, and that leads to no other folder. */
  fileName: check(value => typeof value === 'string' && !/^\.{0,2}$|[\/\0]/v.test(value), 'the name of a file'),
  /** Whatever is not nested so deep that who walks through it runs out of stack. */
  shallow: check(value => isShallow(value, mostLevels), `at most ${mostLevels} levels`),
  oneOf: (...values: readonly string[]) => check(value => values.includes(value as string), `one of ${values.join(', ')}`),
  optional: (inner: Shape): Shape => value => value === undefined ? undefined : inner(value),
  nullable: (inner: Shape): Shape => value => value === null ? undefined : inner(value),
  list: (inner: Shape): Shape => value => Array.isArray(value) ? first(value.entries(), () => inner) : ': expected a list',
  map: (fields: Readonly<Record<string, Shape>>): Shape => value => isMap(value)
    ? first(Object.keys(fields).map(key => [key, value[key]] as const), key => fields[key]!)
    : ': expected a map',
};

function check(holds: (value: unknown) => boolean, words: string): Shape {
  return value => holds(value) ? undefined : `: expected ${words}`;
}

function first<Key extends string | number>(entries: Iterable<readonly [Key, unknown]>, shapeOf: (key: Key) => Shape): string | undefined {
  for (const [key, value] of entries) {
    const problem = shapeOf(key)(value);
    if (problem !== undefined) {
      return `${problem.startsWith(':') ? key : `${key}.`}${problem}`;
    }
  }

  return undefined;
}

function isShallow(value: unknown, levels: number): boolean {
  return typeof value !== 'object' || value === null || (levels > 0 && Object.values(value).every(inner => isShallow(inner, levels - 1)));
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
