import type {BoardRow} from '../../domain/board-row.js';
import {errors} from '../../errors.js';
import {boardColumns, type BoardColumn} from './board-columns.js';
import {boardKeys, kindOfKey} from './select-rows.js';

/** The columns that are shown, and what stands in all rows alike and so has none. */
export type ChosenColumns = {
  readonly columns: readonly BoardColumn[];
  readonly alike: ReadonlyArray<{readonly title: string; readonly text: string}>;
};

/**
The columns to show of these rows: without a wish those that tell something; `a,b` these alone; `+a,-b` the former with and without some.
Throws a UserError for a column that there is not.
*/
export function chooseColumns(rows: readonly BoardRow[], wish: string | undefined): ChosenColumns {
  const words = wordsOf(wish);
  if (words.length > 0 && !isChange(words)) {
    return {columns: [...new Set(words)].map(word => columnOf(word)), alike: []};
  }

  const added = words.filter(word => !word.startsWith('-')).map(word => columnOf(word.replace(/^\+/v, '')));
  const removed = new Set(words.filter(word => word.startsWith('-')).map(word => columnOf(word.slice(1)).key));
  // A column that was added stands where it belongs, or last.
  const wanted = [...new Map([...boardColumns, ...added].map(column => [column.key, column])).values()].filter(({key}) => !removed.has(key));
  const isAdded = (column: BoardColumn) => added.some(({key}) => key === column.key);
  return {
    columns: wanted.filter(column => isAdded(column) || isTelling(column, rows)),
    alike: wanted.filter(column => column.shown === 'varying' && !isAdded(column)).flatMap(column => alikeIn(column, rows)),
  };
}

/** What JSON and CSV hold under a wish: all keys in order, these alone, or the former without some. */
export function chooseKeys(wish: string | undefined): ReadonlyArray<keyof BoardRow> {
  const words = wordsOf(wish);
  const keysOf = (word: string) => keysOfColumn(columnOf(word.replace(/^[+\-]/v, '')));
  if (words.length > 0 && !isChange(words)) {
    return [...new Set(words.flatMap(word => keysOf(word)))];
  }

  const removed = new Set(words.filter(word => word.startsWith('-')).flatMap(word => keysOf(word)));
  return boardKeys.filter(key => !removed.has(key));
}

// `+a,b` adds both: a list of which some have a sign changes the usual columns.
function isChange(words: readonly string[]): boolean {
  return words.some(word => /^[+\-]/v.test(word));
}

/** The words of a wish. */
export function wordsOf(wish: string | undefined): string[] {
  return wish?.split(',').map(word => word.trim()).filter(word => word !== '') ?? [];
}

function columnOf(word: string): BoardColumn {
  const key = boardKeys.find(known => known === word);
  const column = boardColumns.find(known => known.key === word) ?? (key && plainColumn(key));
  if (!column) {
    throw errors.unknownColumn('--columns', word, [...new Set([...boardColumns.map(known => known.key), ...boardKeys])]);
  }

  return column;
}

function keysOfColumn({key, keys}: BoardColumn): ReadonlyArray<keyof BoardRow> {
  return keys ?? [key as keyof BoardRow];
}

/** A column of a value as it is. */
function plainColumn(key: keyof BoardRow): BoardColumn {
  const align = kindOfKey(key) === 'number' ? 'right' : 'left';
  return {key, title: key.replaceAll('_', ' '), align, priority: 0, minWidth: 8, goodWidth: 8, shown: 'on request', text: row => plainText(row[key])};
}

function plainText(value: unknown): string {
  if (value === null) {
    return '';
  }

  return typeof value === 'number' ? numberText(value) : (typeof value === 'string' ? value : JSON.stringify(value));
}

// Scores side by side have the same digits; p of next to nothing has none that matter.
function numberText(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(3);
}

function isTelling(column: BoardColumn, rows: readonly BoardRow[]): boolean {
  switch (column.shown) {
    case 'always': {
      return true;
    }

    case 'filled': {
      return rows.some(row => column.text(row) !== '');
    }

    case 'varying': {
      return textsOf(column, rows).size > 1;
    }

    case 'on request': {
      return false;
    }
  }
}

function alikeIn(column: BoardColumn, rows: readonly BoardRow[]): ChosenColumns['alike'] {
  const [text, ...others] = textsOf(column, rows);
  return text && others.length === 0 ? [{title: column.title, text}] : [];
}

/** What stands in a column, of the rows that have a result: of the others the file says what they would be. */
function textsOf(column: BoardColumn, rows: readonly BoardRow[]): Set<string> {
  const run = rows.filter(({status, last}) => last !== null && status !== 'published');
  return new Set((run.length > 0 ? run : rows).map(row => column.text(row)));
}
