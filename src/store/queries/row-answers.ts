import {Buffer} from 'node:buffer';
import type {Database} from 'better-sqlite3';

/**
The answers after the last epoch of every row of the leaderboard, by its name: of each finished run that is scored, in the order of their
seeds. Bit `i & 7` of byte `i >> 3` is that of validation picture i. With a split, of the runs on that alone.
*/
export function rowAnswers(db: Database, splitId?: string): Map<string, Uint8Array[]> {
  // A row at a time: of ten thousand runs each one apart takes three times as long.
  const rows = db.prepare<[{splitId: string | null}], [string, string]>(`
    SELECT experiment.name, group_concat(hex(score.answers), ',' ORDER BY link.seed)
    FROM experiments AS experiment
    JOIN counted_runs AS link USING (experiment_id)
    JOIN runs AS run USING (run_id)
    JOIN scores AS score USING (run_id)
    WHERE experiment.current = 1 AND run.split_id = coalesce(:splitId, run.split_id)
    GROUP BY experiment.name
  `).raw().all({splitId: splitId ?? null});
  return new Map(rows.map(([name, answers]) => [name, answers.split(',').map(hexadecimal => Buffer.from(hexadecimal, 'hex'))]));
}
