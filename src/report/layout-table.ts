import cliTruncate from 'cli-truncate';
import stringWidth from 'string-width';

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

const gap = '  ';

/** Lays columns side by side, padded, within `width` characters: columns of high `priority` give way first. */
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

function fitColumns(columns: readonly TableColumn[], width: number): readonly TableColumn[] {
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

function cutCells(column: TableColumn, width: number): TableColumn {
  return {...column, title: cliTruncate(column.title, width), cells: column.cells.map(cell => cliTruncate(cell, width))};
}

function widthOf({title, cells}: TableColumn): number {
  return Math.max(...[title, ...cells].map(cell => stringWidth(cell)));
}

function pad(cell: string, width: number, align: 'left' | 'right' = 'left', style = (text: string) => text): string {
  const space = ' '.repeat(Math.max(0, width - stringWidth(cell)));
  return align === 'right' ? space + style(cell) : style(cell) + space;
}
