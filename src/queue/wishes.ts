import type {QueueDatabase} from './queue-database.js';

/** What somebody asked, of whoever has a run. */
export type Wish = {readonly wishId: number; readonly runId: string; readonly wish: 'cancel' | 'retry'};

/** What was asked of the hosts of a runs folder. */
export class Wishes {
  readonly #database: QueueDatabase;
  #heard: number;

  /** Hears what is asked from now on. */
  constructor(database: QueueDatabase) {
    this.#database = database;
    this.#heard = database.read(db => db.prepare<[], number>('SELECT coalesce(max(wish_id), 0) FROM wishes').pluck().get()!);
  }

  /** What was asked since the last time. */
  hear(): Wish[] {
    return this.#database.read(db => {
      const newest = db.prepare<[], number>('SELECT coalesce(max(wish_id), 0) FROM wishes').pluck().get()!;
      // Of a database that was made anew nothing was heard yet.
      const heard = newest < this.#heard ? 0 : this.#heard;
      this.#heard = newest;
      return db.prepare<[number], Wish>('SELECT wish_id AS wishId, run_id AS runId, wish FROM wishes WHERE wish_id > ? ORDER BY wish_id').all(heard);
    });
  }

  ask(runId: string, wish: Wish['wish']): void {
    this.#database.transact(db => db.prepare('INSERT INTO wishes (run_id, wish) VALUES (?, ?)').run(runId, wish));
  }

  get isPaused(): boolean {
    return this.#database.read(db => db.prepare('SELECT 1 FROM paused').get() !== undefined);
  }

  /** Whether any run may begin, or go on, in this runs folder; true if that was news. */
  setPaused(isPaused: boolean): boolean {
    const statement = isPaused ? 'INSERT OR IGNORE INTO paused VALUES (1)' : 'DELETE FROM paused';
    return this.#database.transact(db => db.prepare(statement).run().changes > 0);
  }
}
