import type {BoardRow} from '../../domain/board-row.js';
import {csvField} from '../csv-field.js';
import {formatChanges} from '../format-changes.js';

/** The leaderboard as CSV (RFC 4180), with keys of the JSON as its header; changes are in words. */
export function boardCsv(rows: readonly BoardRow[], keys: ReadonlyArray<keyof BoardRow>): string {
  const lines = [keys.join(','), ...rows.map(row => keys.map(key => csvField(key === 'changes' ? formatChanges(row.changes) : row[key])).join(','))];
  return `${lines.join('\r\n')}\r\n`;
}
