import type {Database} from 'better-sqlite3';
import {errors} from '../errors.js';

/** Marks as interrupted the runs that count as running although nobody is at work on them; gives their ids. */
export function settleAbandoned(db: Database, isAlive: (runId: string) => boolean): string[] {
  return db.transaction(() => {
    const running = db.prepare<[], string>('SELECT run_id FROM runs WHERE status = \'running\'').pluck().all();
    const abandoned = running.filter(runId => !isAlive(runId));
    const settle = db.prepare(`
      UPDATE runs SET status = 'interrupted', problem_code = ?, problem = ?, hint = ? WHERE run_id = ?
    `);
    for (const runId of abandoned) {
      const {code, message, hint} = errors.hostDied();
      settle.run(code, message, hint, runId);
    }

    return abandoned;
  }).immediate();
}
