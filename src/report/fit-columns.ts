import {cutText} from './cut-text.js';
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
  /** Cells are cut down to this width before a column of higher priority is left out. */
  readonly goodWidth?: number;
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

  const cuttable = columns.find(column => widthOf(column) - excess >= leastWidth(column, least));
  return cuttable
    ? columns.map(column => column === cuttable ? cutCells(column, widthOf(column) - excess) : column)
    : fitColumns(columns.filter(column => (column.priority ?? 0) < least), width);
}

/** How narrow a column may become so that those up to a priority stay. */
function leastWidth({priority = 0, minWidth, goodWidth}: TableColumn, least: number): number {
  return (priority < least ? goodWidth : minWidth) ?? Number.POSITIVE_INFINITY;
}

/** How many characters wide a column is. */
export function widthOf({title, cells}: TableColumn): number {
  // Tables may have more rows than a call takes arguments.
  return cells.reduce((most, cell) => Math.max(most, cellWidth(cell)), cellWidth(title));
}

function cutCells<Column extends TableColumn>(column: Column, width: number): Column {
  return {...column, title: cutText(column.title, width), cells: column.cells.map(cell => cutText(cell, width))};
}
