import type {BoardRow} from '../../domain/board-row.js';
import {errors} from '../../errors.js';

/** A key of the leaderboard's JSON. */
export type BoardKey = keyof BoardRow;

type Kind = 'text' | 'number' | 'boolean';
type Value = string | number | null;

const kinds: Readonly<Record<BoardKey, Kind>> = {
  name: 'text',
  file: 'text',
  parent: 'text',
  changes: 'text',
  changed: 'number',
  dataset: 'text',
  synthetic: 'boolean',
  image_size: 'number',
  interpolation: 'text',
  preprocess: 'text',
  seeds: 'number',
  seeds_planned: 'number',
  epochs: 'number',
  features: 'text',
  last: 'number',
  last_min: 'number',
  last_max: 'number',
  last_low: 'number',
  last_high: 'number',
  last_sd: 'number',
  interval_of: 'text',
  against: 'text',
  difference: 'number',
  difference_low: 'number',
  difference_high: 'number',
  p: 'number',
  verdict: 'text',
  other_inputs: 'boolean',
  settling_pictures: 'text',
  settling_seeds: 'text',
  best: 'number',
  cross_fitted: 'number',
  mean_last: 'number',
  protocol: 'number',
  protocol_low: 'number',
  protocol_high: 'number',
  balanced_accuracy: 'number',
  macro_f1: 'number',
  log_loss: 'number',
  calibration_error: 'number',
  published: 'number',
  reproduction: 'text',
  published_history: 'text',
  validation_pictures: 'number',
  split_id: 'text',
  engine: 'text',
  device: 'text',
  seconds: 'number',
  status: 'text',
  stale: 'boolean',
  file_changed: 'boolean',
  file_gone: 'boolean',
  data_changed: 'boolean',
  reading: 'text',
};

/** The keys that rows can be selected and sorted by, in the leaderboard's order. */
export const boardKeys = Object.keys(kinds) as readonly BoardKey[];

/** What kind of values stands under a key. */
export function kindOfKey(key: BoardKey): Kind {
  return kinds[key];
}

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

function parseValue(given: string, key: BoardKey, condition: string): Value {
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

/** Throws a UserError for a word that is no key. */
export function knownKey(word: string, option: string): BoardKey {
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

/** A row's value under a key, in words. */
export function textOfKey(row: BoardRow, key: BoardKey): string {
  return row[key] === null ? '' : plain(row[key]);
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
