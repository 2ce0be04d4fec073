import {cellWidth} from './cell-width.js';
import {fitColumns, gap, type TableColumn, widthOf} from './fit-columns.js';

export type {TableColumn} from './fit-columns.js';

/** Lays columns side by side, padded, within `width` characters: columns of high `priority` give way first. The first line has the titles. */
export function layoutTable(columns: readonly TableColumn[], width: number, styleTitle = (title: string) => title): string[] {
  const shown = fitColumns(columns, width);
  const widths = shown.map(column => widthOf(column));
  const line = (cells: readonly string[], style = (cell: string) => cell) => shown
    .map((column, index) => pad(cells[index] ?? '', widths[index] ?? 0, column.align, style))
    .join(gap)
    .trimEnd();
  const count = Math.max(0, ...shown.map(column => column.cells.length));
  const body = Array.from({length: count}, (_, row) => line(shown.map(column => column.cells[row] ?? '')));
  return [line(shown.map(column => column.title), styleTitle), ...body];
}

function pad(cell: string, width: number, align: 'left' | 'right' = 'left', style = (text: string) => text): string {
  const space = ' '.repeat(Math.max(0, width - cellWidth(cell)));
  return align === 'right' ? space + style(cell) : style(cell) + space;
}
