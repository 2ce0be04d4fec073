import {Buffer} from 'node:buffer';
import type {Database} from 'better-sqlite3';

/** What the finished and scored runs of a row answered after their last epoch. */
export type RowAnswers = {
  /** Rows of one configuration share them. */
  readonly runIds: readonly string[];
  /** Of each run, in the same order: bit `i & 7` of byte `i >> 3` is that of validation picture i. */
  readonly answers: readonly Uint8Array[];
};

/** The answers of every row of the leaderboard, by its name; with a split, of the runs on that alone. */
export function rowAnswers(db: Database, splitId?: string): Map<string, RowAnswers> {
  // A row at a time: of ten thousand runs each one apart takes three times as long.
  const rows = db.prepare<[{splitId: string | null}], [string, string, string, string]>(`
    SELECT experiment.name, group_concat(link.run_id), group_concat(length(score.answers)), group_concat(hex(score.answers), '')
    FROM experiments AS experiment
    JOIN counted_runs AS link USING (experiment_id)
    JOIN scores AS score USING (run_id)
    WHERE experiment.current = 1 AND (:splitId IS NULL OR (SELECT split_id FROM runs WHERE runs.run_id = link.run_id) = :splitId)
    GROUP BY experiment.name
  `).raw().all({splitId: splitId ?? null});
  return new Map(rows.map(([name, runIds, lengths, answers]) => [name, {
    runIds: runIds.split(','),
    answers: cut(Buffer.from(answers, 'hex'), lengths.split(',')),
  }]));
}

function cut(all: Buffer, lengths: readonly string[]): Uint8Array[] {
  let end = 0;
  return lengths.map(length => {
    const from = end;
    end += Number(length);
    return all.subarray(from, end);
  });
}
