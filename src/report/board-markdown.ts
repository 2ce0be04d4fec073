import type {BoardRow} from '../domain/board-row.js';
import {boardColumns} from './board-columns.js';

/** The leaderboard as a Markdown table. */
export function boardMarkdown(rows: readonly BoardRow[]): string {
  const head = line(boardColumns.map(({title}) => title.replaceAll('*', '')));
  const rule = line(boardColumns.map(({align}) => align === 'right' ? '---:' : '---'));
  return [head, rule, ...rows.map(row => line(boardColumns.map(({text}) => escape(text(row)))))].join('\n') + '\n';
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function escape(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('*', String.raw`\*`);
}
