import type {Buffer} from 'node:buffer';
import type {Database} from 'better-sqlite3';

/** The answers of all rows of the leaderboard on the pictures of a split, by the row's name: of each finished run that is scored. */
export function rowAnswersOn(db: Database, splitId: string): Map<string, Uint8Array[]> {
  const rows = new Map<string, Uint8Array[]>();
  const all = db.prepare<[string], [string, Buffer]>(`
    SELECT experiment.name, score.answers
    FROM experiments AS experiment
    JOIN counted_runs AS link USING (experiment_id)
    JOIN runs AS run USING (run_id)
    JOIN scores AS score USING (run_id)
    WHERE experiment.current = 1 AND run.split_id = ?
    ORDER BY experiment.name, link.seed
  `).raw().all(splitId);
  for (const [name, answers] of all) {
    rows.set(name, [...rows.get(name) ?? [], answers]);
  }

  return rows;
}
