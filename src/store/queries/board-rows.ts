import type {Database} from 'better-sqlite3';
import type {StoredBoardRow} from '../../domain/board-row.js';

type Stored = Omit<StoredBoardRow, 'changes' | 'synthetic' | 'stale'> & {
  readonly changes: string;
  readonly synthetic: number;
  readonly stale: number;
};

/** The view `leaderboard`, best first, rows without a result last. */
export function boardRows(db: Database): StoredBoardRow[] {
  const rows = db.prepare<[], Stored>('SELECT * FROM leaderboard ORDER BY last IS NULL, last DESC, name').all();
  // In place: copies of a thousand rows of so many columns take as long as the question.
  return rows.map(row => Object.assign(row, {
    changes: JSON.parse(row.changes) as StoredBoardRow['changes'],
    synthetic: row.synthetic === 1,
    stale: row.stale === 1,
  }));
}
