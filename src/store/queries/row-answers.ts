import {Buffer} from 'node:buffer';
import type {Database} from 'better-sqlite3';

/** What the finished and scored runs of a row answered after their last epoch. */
export type RowAnswers = {
  /** In the order of their seeds; rows of one configuration share them. */
  readonly runIds: readonly string[];
  /** Of each run: bit `i & 7` of byte `i >> 3` is that of validation picture i. */
  readonly answers: readonly Uint8Array[];
};

/** The answers of every row of the leaderboard, by its name; with a split, of the runs on that alone. */
export function rowAnswers(db: Database, splitId?: string): Map<string, RowAnswers> {
  // A row at a time: of ten thousand runs each one apart takes three times as long.
  const rows = db.prepare<[{splitId: string | null}], [string, string, string]>(`
    SELECT experiment.name, json_group_array(link.run_id ORDER BY link.seed), group_concat(hex(score.answers), ',' ORDER BY link.seed)
    FROM experiments AS experiment
    JOIN counted_runs AS link USING (experiment_id)
    JOIN runs AS run USING (run_id)
    JOIN scores AS score USING (run_id)
    WHERE experiment.current = 1 AND run.split_id = coalesce(:splitId, run.split_id)
    GROUP BY experiment.name
  `).raw().all({splitId: splitId ?? null});
  return new Map(rows.map(([name, runIds, answers]) => [name, {
    runIds: JSON.parse(runIds) as string[],
    answers: answers.split(',').map(hexadecimal => Buffer.from(hexadecimal, 'hex')),
  }]));
}
