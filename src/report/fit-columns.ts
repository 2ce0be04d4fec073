import cliTruncate from 'cli-truncate';
import {cellWidth} from './cell-width.js';

/** One column of a table for the terminal. */
export type TableColumn = {
  readonly title: string;
  readonly align?: 'left' | 'right';
  readonly cells: readonly string[];
  /** The lower, the longer the column stays where the terminal is narrow; 0 always stays. */
  readonly priority?: number;
  /** Cells are cut down to this width before the column is left out. */
  readonly minWidth?: number;
};

/** What stands between columns. */
export const gap = '  ';

/** The columns that fit side by side within `width` characters: those of high `priority` give way first. */
export function fitColumns<Column extends TableColumn>(columns: readonly Column[], width: number): readonly Column[] {
  const excess = columns.reduce((sum, column) => sum + widthOf(column) + gap.length, -gap.length) - width;
  const least = Math.max(...columns.map(column => column.priority ?? 0));
  if (excess <= 0 || least === 0) {
    return columns;
  }

  const rest = columns.filter(column => (column.priority ?? 0) < least);
  const last = columns.find(column => column.priority === least)!;
  return last.minWidth !== undefined && widthOf(last) - excess >= last.minWidth
    ? columns.map(column => column === last ? cutCells(column, widthOf(last) - excess) : column)
    : fitColumns(rest, width);
}

/** How many characters wide a column is. */
export function widthOf({title, cells}: TableColumn): number {
  // Tables may have more rows than a call takes arguments.
  return cells.reduce((most, cell) => Math.max(most, cellWidth(cell)), cellWidth(title));
}

function cutCells<Column extends TableColumn>(column: Column, width: number): Column {
  return {...column, title: cliTruncate(column.title, width), cells: column.cells.map(cell => cliTruncate(cell, width))};
}
