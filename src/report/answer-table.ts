import chalk from 'chalk';
import type {SqlAnswer, SqlValue} from '../domain/sql-answer.js';
import {printableLine} from '../errors.js';
import {cellWidth} from './cell-width.js';
import {layoutTable, type TableColumn} from './layout-table.js';

/** How much is shown of an answer, and how wide. */
export type AnswerView = {readonly limit: number; readonly width: number};

/**
The rows of a query for a terminal: a table or, where that is too wide, a block a row. Numbers have six digits, blobs are told by their
beginning and length. Rows beyond the limit are left out, which is said.
*/
export async function * answerTable({columns, rows}: SqlAnswer, {limit, width}: AnswerView): AsyncGenerator<string> {
  const shown: Array<readonly SqlValue[]> = [];
  let isMore = false;
  for await (const row of rows) {
    if (shown.length === limit) {
      isMore = true;
      break;
    }

    shown.push(row);
  }

  const table = columns.map((title, index): TableColumn => ({
    title: printableLine(title),
    align: shown.some(row => typeof row[index] === 'number') ? 'right' : 'left',
    cells: shown.map(row => cellOf(row[index]!)),
  }));
  const lines = layoutTable(table, width, chalk.bold);
  yield `${(lines.every(line => cellWidth(line) <= width) ? lines : blocksOf(table, shown.length)).join('\n')}\n`;
  yield shown.length === 0 ? '(no rows)\n' : '';
  yield isMore ? `… and more: the first ${limit} rows are shown; --limit, --csv and --json show more\n` : '';
}

function blocksOf(table: readonly TableColumn[], count: number): string[] {
  const width = Math.max(...table.map(({title}) => cellWidth(title)));
  return Array.from({length: count}, (_, row) => [
    ...row === 0 ? [] : [''],
    ...table.map(({title, cells}) => `${chalk.bold(title)}${' '.repeat(width - cellWidth(title))}  ${cells[row]!}`.trimEnd()),
  ]).flat();
}

function cellOf(value: SqlValue): string {
  if (value === null) {
    return '';
  }

  if (typeof value === 'object') {
    const digits = value.blob;
    return digits.length > 16 ? `${digits.slice(0, 16)}… (${digits.length / 2} bytes)` : digits;
  }

  return typeof value === 'number' ? formatNumber(value) : printableLine(value);
}

function formatNumber(value: number): string {
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(6)));
}
