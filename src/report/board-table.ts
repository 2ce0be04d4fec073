import chalk from 'chalk';
import type {BoardRow} from '../domain/board-row.js';
import type {RunRow} from '../domain/run-row.js';
import {tellingColumns} from './board-columns.js';
import {boardNotes} from './board-notes.js';
import {layoutTable} from './layout-table.js';
import {problemLines} from './problem-lines.js';

// A board is for its scores.
const mostReasons = 5;

/** The leaderboard for a terminal of `width` characters, with what its scores rest on below it, and why runs of its rows failed. */
export function boardTable(rows: readonly BoardRow[], width: number, failed: readonly RunRow[] = []): string {
  if (rows.length === 0) {
    return 'No row here yet, or none for which this holds.';
  }

  const lines = layoutTable(tellingColumns(rows).map(({text, ...column}) => ({...column, cells: rows.map(row => text(row))})), width, chalk.bold);
  return [...lines, '', ...boardNotes(rows).map(line => chalk.dim(line)), ...reasonsOf(failed)].join('\n');
}

function reasonsOf(failed: readonly RunRow[]): string[] {
  const more = failed.length - mostReasons;
  return [...failed.slice(0, mostReasons).flatMap(row => problemLines(row)), ...more > 0 ? ['', `… and ${more} more: \`ablate status\` lists them.`] : []];
}
