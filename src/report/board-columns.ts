import type {BoardRow} from '../domain/board-row.js';
import {changesOrRoot} from './format-changes.js';
import {formatDuration} from './format-duration.js';

/** A column of the leaderboard: its key in JSON and CSV, its title, and how a row reads in it. */
export type BoardColumn = {
  readonly key: string;
  readonly title: string;
  readonly align: 'left' | 'right';
  /** See TableColumn. */
  readonly priority: number;
  readonly minWidth?: number;
  readonly text: (row: BoardRow) => string;
};

/** The leaderboard's columns, in order. */
export const boardColumns: readonly BoardColumn[] = [
  {key: 'name', title: 'row', align: 'left', priority: 0, text: row => row.name},
  {
    key: 'changes', title: 'changed against parent', align: 'left', priority: 4, minWidth: 12,
    text: row => changesOrRoot(row.parent, row.changes),
  },
  {
    key: 'seeds', title: 'seeds', align: 'right', priority: 5,
    text: row => row.seeds === row.seeds_planned ? String(row.seeds) : `${row.seeds}/${row.seeds_planned}`,
  },
  {key: 'epochs', title: 'epochs', align: 'right', priority: 3, text: row => String(row.epochs)},
  {key: 'features', title: 'features', align: 'left', priority: 5, text: row => row.features ?? ''},
  {key: 'last', title: 'last', align: 'right', priority: 0, text: row => accuracy(row.last)},
  {key: 'best', title: 'best*', align: 'right', priority: 1, text: row => accuracy(row.best)},
  {key: 'published', title: 'published', align: 'right', priority: 2, text: row => row.published === null ? '' : row.published.toFixed(2)},
  {key: 'engine', title: 'engine', align: 'left', priority: 7, text: row => row.engine === null ? '' : `${row.engine}, ${row.device ?? ''}`},
  {key: 'seconds', title: 'time', align: 'right', priority: 6, text: row => row.seconds === null ? '' : formatDuration(row.seconds)},
  {key: 'status', title: 'note', align: 'left', priority: 0, text: row => note(row)},
];

// Columns that say nothing for most tables.
const emptiable = new Set(['status', 'published', 'features']);

/** The columns that say something of these rows. */
export function tellingColumns(rows: readonly BoardRow[]): readonly BoardColumn[] {
  return boardColumns.filter(({key, text}) => !emptiable.has(key) || rows.some(row => text(row) !== ''));
}

function accuracy(value: number | null): string {
  return value === null ? '–' : value.toFixed(3);
}

function note(row: BoardRow): string {
  const notes = [
    row.status === 'done' ? '' : row.status,
    row.stale ? 'stale' : '',
    row.synthetic ? 'drawn pictures' : '',
  ];
  return notes.filter(text => text !== '').join('; ');
}
