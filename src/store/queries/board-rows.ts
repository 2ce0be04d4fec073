import type {Database} from 'better-sqlite3';
import type {BoardRow} from '../../domain/board-row.js';

type Stored = Omit<BoardRow, 'changes' | 'synthetic' | 'stale'> & {
  readonly changes: string;
  readonly synthetic: number;
  readonly stale: number;
};

/** The view `leaderboard`, best first, rows without a result last. */
export function boardRows(db: Database): BoardRow[] {
  return db.prepare<[], Stored>('SELECT * FROM leaderboard ORDER BY last IS NULL, last DESC, name').all().map(row => ({
    ...row,
    changes: JSON.parse(row.changes) as BoardRow['changes'],
    synthetic: row.synthetic === 1,
    stale: row.stale === 1,
  }));
}
