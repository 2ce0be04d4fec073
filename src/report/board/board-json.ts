import type {BoardRow} from '../../domain/board-row.js';

/** The leaderboard as a JSON array of objects that have these keys. */
export function boardJson(rows: readonly BoardRow[], keys: ReadonlyArray<keyof BoardRow>): string {
  return `${JSON.stringify(rows.map(row => Object.fromEntries(keys.map(key => [key, row[key]]))), undefined, 2)}\n`;
}
