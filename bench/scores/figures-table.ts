import {layoutTable} from '../../src/report/layout-table.js';

/** Lines of a table: a key names a column, numbers stand right. */
export function figuresTable(lines: ReadonlyArray<Readonly<Record<string, string | number>>>): string {
  const columns = Object.keys(lines[0]!).map(title => ({
    title,
    align: typeof lines[0]![title] === 'number' ? 'right' as const : 'left' as const,
    cells: lines.map(line => String(line[title])),
  }));
  return layoutTable(columns, Infinity).join('\n');
}
