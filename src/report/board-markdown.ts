import type {BoardRow} from '../domain/board-row.js';
import {tellingColumns} from './board-columns.js';
import {boardNotes} from './board-notes.js';

/** The leaderboard as a Markdown table, with what its scores rest on below it. */
export function boardMarkdown(rows: readonly BoardRow[]): string {
  const columns = tellingColumns(rows);
  const head = line(columns.map(({title}) => escape(title)));
  const rule = line(columns.map(({align}) => align === 'right' ? '---:' : '---'));
  const body = rows.map(row => line(columns.map(({text}) => escape(text(row)))));
  const notes = rows.length > 0 ? ['', ...boardNotes(rows).map(note => `- ${escape(note)}`)] : [];
  return [head, rule, ...body, ...notes, ''].join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function escape(text: string): string {
  return text.replaceAll('|', String.raw`\|`).replaceAll('*', String.raw`\*`);
}
