import type {Database} from 'better-sqlite3';

/** Gives the database a write-ahead log, and waits for `timeoutMs` at most for others that use it just then. Throws what SQLite says. */
export function enterWal(db: Database, timeoutMs: number): void {
  const until = performance.now() + timeoutMs;
  for (;;) {
    try {
      db.exec('PRAGMA journal_mode = WAL');
      return;
    } catch (error) {
      // SQLite's own timeout does not count here: two that wait for each other's end of reading would wait for ever.
      if ((error as {code?: unknown}).code !== 'SQLITE_BUSY' || performance.now() > until) {
        throw error;
      }

      pause();
    }
  }
}

function pause(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5 + (Math.random() * 20));
}
