import {escapeMarkdown} from '../escape-markdown.js';
import {boardNotes} from './board-notes.js';
import type {BoardView} from './board-view.js';
import type {BoardColumn} from './board-columns.js';
import type {RowGroup} from './group-rows.js';

/** The leaderboard as Markdown: a table for each group under its heading, with what its scores rest on below. */
export function boardMarkdown(view: BoardView): string {
  const {columns, groups, rows} = view;
  const tables = groups.map(group => tableOf(group, columns));
  const notes = rows.length > 0 ? [boardNotes(view, columns.map(({key}) => key)).map(note => `- ${escapeNote(note)}\n`).join('')] : [];
  return [...tables, ...notes].join('\n');
}

function tableOf({heading, rows}: RowGroup, columns: readonly BoardColumn[]): string {
  const lines = [
    line(columns.map(({title}) => escapeMarkdown(title))),
    line(columns.map(({align}) => align === 'right' ? '---:' : '---')),
    ...rows.map(row => line(columns.map(({text}) => escapeMarkdown(text(row))))),
  ];
  return [...heading === '' ? [] : [`**${escapeMarkdown(heading)}**`, ''], ...lines, ''].join('\n');
}

/** What stands between backticks is a command, and code in Markdown too. */
function escapeNote(note: string): string {
  return note.split(/(`[^`]+`)/v).map((piece, index) => index % 2 === 1 ? piece : escapeMarkdown(piece)).join('');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}
