import chalk from 'chalk';
import type {BoardRow} from '../domain/board-row.js';
import {tellingColumns} from './board-columns.js';
import {boardNotes} from './board-notes.js';
import {layoutTable} from './layout-table.js';

/** The leaderboard for a terminal of `width` characters, with what its scores rest on below it. */
export function boardTable(rows: readonly BoardRow[], width: number): string {
  if (rows.length === 0) {
    return 'No row here yet, or none for which this holds.';
  }

  const lines = layoutTable(tellingColumns(rows).map(({text, ...column}) => ({...column, cells: rows.map(row => text(row))})), width, chalk.bold);
  return [...lines, '', ...boardNotes(rows).map(line => chalk.dim(line))].join('\n');
}
