import type {BoardRow} from '../domain/board-row.js';
import {errors} from '../errors.js';

type Key = keyof BoardRow;
type Kind = 'text' | 'number' | 'boolean';
type Value = string | number | null;

const kinds: Readonly<Record<Key, Kind>> = {
  name: 'text',
  file: 'text',
  parent: 'text',
  changes: 'text',
  dataset: 'text',
  synthetic: 'boolean',
  seeds: 'number',
  seeds_planned: 'number',
  epochs: 'number',
  features: 'text',
  last: 'number',
  last_min: 'number',
  last_max: 'number',
  best: 'number',
  published: 'number',
  validation_pictures: 'number',
  engine: 'text',
  device: 'text',
  seconds: 'number',
  status: 'text',
  stale: 'boolean',
};

/** The keys that rows can be selected and sorted by, in the leaderboard's order. */
export const boardKeys = Object.keys(kinds) as readonly Key[];

// By the order of a row's value against the wanted one, which is NaN where one of the two is missing.
const comparisons: Readonly<Record<string, (order: number) => boolean>> = {
  '=': order => order === 0,
  '!=': order => order !== 0,
  '<': order => order < 0,
  '<=': order => order <= 0,
  '>': order => order > 0,
  '>=': order => order >= 0,
};

/** The rows for which every condition (`epochs>=8`, `name~dropout`) holds. Throws a UserError for one that cannot be understood. */
export function selectRows(rows: readonly BoardRow[], conditions: readonly string[]): readonly BoardRow[] {
  const tests = conditions.map(text => parseCondition(text));
  return rows.filter(row => tests.every(holds => holds(row)));
}

/** The rows in order of one column, `-column` for descending; rows without a value come last. */
export function sortRows(rows: readonly BoardRow[], sort: string): readonly BoardRow[] {
  const isDescending = sort.startsWith('-');
  const key = knownKey(sort.replace(/^-/v, ''), '--sort');
  return rows.toSorted((a, b) => {
    const [left, right] = [comparable(a[key]), comparable(b[key])];
    if (left === null || right === null) {
      return Number(left === null) - Number(right === null);
    }

    return isDescending ? orderOf(right, left) : orderOf(left, right);
  });
}

function parseCondition(text: string): (row: BoardRow) => boolean {
  const [, word, operator, right] = /^\s*(\w+)\s*(<=|>=|!=|=|<|>|~)(.+)$/sv.exec(text) ?? [];
  const given = right?.trim();
  if (word === undefined || operator === undefined || !given) {
    throw errors.badCondition(text);
  }

  const key = knownKey(word, '--where');
  const holds = comparisons[operator];
  if (!holds) {
    const part = given.toLowerCase();
    return row => plain(row[key]).toLowerCase().includes(part);
  }

  const wanted = parseValue(given, key, text);
  return row => holds(orderOf(comparable(row[key]), wanted));
}

function parseValue(given: string, key: Key, condition: string): Value {
  if (given === 'null') {
    return null;
  }

  switch (kinds[key]) {
    case 'text': {
      return given;
    }

    case 'number': {
      const number = Number(given);
      if (!Number.isFinite(number)) {
        throw errors.badConditionValue(condition, key, 'a number');
      }

      return number;
    }

    case 'boolean': {
      if (!/^(?:0|1|true|false)$/v.test(given)) {
        throw errors.badConditionValue(condition, key, '0, 1, true or false');
      }

      return Number(given === '1' || given === 'true');
    }
  }
}

function knownKey(word: string, option: string): Key {
  const key = boardKeys.find(known => known === word);
  if (!key) {
    throw errors.unknownColumn(option, word, boardKeys);
  }

  return key;
}

function orderOf(left: Value, right: Value): number {
  if (left === null || right === null) {
    return left === right ? 0 : Number.NaN;
  }

  return typeof left === 'number' && typeof right === 'number' ? left - right : String(left).localeCompare(String(right), 'en');
}

// Booleans as SQL has them.
function comparable(value: unknown): Value {
  return value === null || typeof value === 'number' ? value : (typeof value === 'boolean' ? Number(value) : plain(value));
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
