import type {BoardRow} from '../domain/board-row.js';
import {csvField} from './csv-field.js';
import {formatChanges} from './format-changes.js';
import {boardKeys} from './select-rows.js';

/** The leaderboard as CSV (RFC 4180), with the keys of the JSON as its header; changes are in words. */
export function boardCsv(rows: readonly BoardRow[]): string {
  const lines = [boardKeys.join(','), ...rows.map(row => boardKeys.map(key => csvField(key === 'changes' ? formatChanges(row.changes) : row[key])).join(','))];
  return `${lines.join('\r\n')}\r\n`;
}
