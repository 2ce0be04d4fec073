import chalk from 'chalk';
import type {BoardRow} from '../domain/board-row.js';
import {boardColumns} from './board-columns.js';
import {layoutTable} from './layout-table.js';

// Columns that say nothing for most tables.
const emptiable = new Set(['status', 'published']);

/** The leaderboard for a terminal of `width` characters, with what its scores rest on below it. */
export function boardTable(rows: readonly BoardRow[], width: number): string {
  if (rows.length === 0) {
    return 'No row here yet, or none for which this holds.';
  }

  const varying = boardColumns.filter(({key, text}) => !emptiable.has(key) || rows.some(row => text(row) !== ''));
  const lines = layoutTable(varying.map(({text, ...column}) => ({...column, cells: rows.map(row => text(row))})), width, chalk.bold);
  return [...lines, '', ...footnotes(rows).map(line => chalk.dim(line))].join('\n');
}

function footnotes(rows: readonly BoardRow[]): string[] {
  const bases = new Set(rows.map(row => `${row.validation_pictures} validation pictures of ${row.dataset}`));
  const comparison = bases.size > 1 ? ['Rows on different validation pictures are not comparable.'] : [];
  return [
    `last:  accuracy on all ${[...bases].join(', or all ')} after the last epoch.`,
    'best*: of all epochs, chosen on the pictures that it is scored on: optimistic.',
    ...(rows.some(row => row.seeds > 1) ? ['Scores are means over the seeds.'] : []),
    ...(rows.some(row => row.stale) ? ['stale: the file or its photos changed since the result; run it again.'] : []),
    ...(rows.some(row => row.synthetic) ? ['drawn pictures: ablate drew them itself; a score on them says nothing about photos.'] : []),
    ...comparison,
  ];
}
