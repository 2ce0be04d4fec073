import type {BoardRow} from '../domain/board-row.js';
import {formatChanges} from './format-changes.js';
import {boardKeys} from './select-rows.js';

/** The leaderboard as CSV (RFC 4180), with the keys of the JSON as its header; changes are in words. */
export function boardCsv(rows: readonly BoardRow[]): string {
  const lines = [boardKeys.join(','), ...rows.map(row => boardKeys.map(key => field(key === 'changes' ? formatChanges(row.changes) : row[key])).join(','))];
  return `${lines.join('\r\n')}\r\n`;
}

function field(value: unknown): string {
  if (value === null || value === undefined) {
    return '';
  }

  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return /[",\r\n]/v.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
