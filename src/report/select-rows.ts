import type {BoardRow} from '../domain/board-row.js';
import {errors} from '../errors.js';

type Key = keyof BoardRow;
type Comparison = (value: unknown, wanted: string) => boolean;

/** The keys that rows can be selected and sorted by, in the leaderboard's order. */
export const boardKeys: readonly Key[] = [
  'name',
  'file',
  'parent',
  'changes',
  'dataset',
  'synthetic',
  'seeds',
  'seeds_planned',
  'epochs',
  'last',
  'last_min',
  'last_max',
  'best',
  'published',
  'validation_pictures',
  'engine',
  'device',
  'seconds',
  'status',
  'stale',
];

const comparisons: Record<string, Comparison> = {
  '=': (value, wanted) => typeof value === 'number' ? value === Number(wanted) : plain(value) === wanted,
  '!=': (value, wanted) => typeof value === 'number' ? value !== Number(wanted) : plain(value) !== wanted,
  '~': (value, wanted) => plain(value).toLowerCase().includes(wanted.toLowerCase()),
  '<': (value, wanted) => value !== null && Number(value) < Number(wanted),
  '<=': (value, wanted) => value !== null && Number(value) <= Number(wanted),
  '>': (value, wanted) => value !== null && Number(value) > Number(wanted),
  '>=': (value, wanted) => value !== null && Number(value) >= Number(wanted),
};

/** The rows for which every condition (`epochs>=8`, `name~dropout`) holds. Throws a UserError for an unknown column or form. */
export function selectRows(rows: readonly BoardRow[], conditions: readonly string[]): readonly BoardRow[] {
  const tests = conditions.map(text => parseCondition(text));
  return rows.filter(row => tests.every(({key, holds, wanted}) => holds(row[key], wanted)));
}

/** The rows in order of one column, `-column` for descending; rows without a value come last. */
export function sortRows(rows: readonly BoardRow[], sort: string): readonly BoardRow[] {
  const isDescending = sort.startsWith('-');
  const key = knownKey(sort.replace(/^-/v, ''), '--sort');
  return rows.toSorted((a, b) => compare(a[key], b[key], isDescending));
}

function parseCondition(text: string): {key: Key; holds: Comparison; wanted: string} {
  const [, key, operator, wanted] = /^\s*(\w+)\s*(<=|>=|!=|=|<|>|~)\s*(.+)$/sv.exec(text) ?? [];
  const holds = comparisons[operator ?? ''];
  if (key === undefined || wanted === undefined || !holds) {
    throw errors.badCondition(text);
  }

  return {key: knownKey(key, '--where'), holds, wanted: wanted.trim()};
}

function knownKey(word: string, option: string): Key {
  const key = boardKeys.find(known => known === word);
  if (!key) {
    throw errors.unknownColumn(option, word, boardKeys);
  }

  return key;
}

function compare(a: unknown, b: unknown, isDescending: boolean): number {
  if (a === null || b === null) {
    return Number(a === null) - Number(b === null);
  }

  const order = typeof a === 'number' && typeof b === 'number' ? a - b : plain(a).localeCompare(plain(b), 'en');
  return isDescending ? -order : order;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
