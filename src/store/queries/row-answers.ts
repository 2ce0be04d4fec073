import type {Buffer} from 'node:buffer';
import type {Database} from 'better-sqlite3';
import type {SeedAnswers} from '../../domain/row-answers.js';

/** The answers of every row of the leaderboard, by its name: those of its finished runs that are scored, in the order of their seeds. */
export function rowAnswers(db: Database): Map<string, SeedAnswers[]> {
  const rows = new Map<string, SeedAnswers[]>();
  const all = db.prepare<[], [string, string, number, Buffer]>(`
    SELECT experiment.name, link.run_id, link.seed, score.answers
    FROM experiments AS experiment
    JOIN counted_runs AS link USING (experiment_id)
    JOIN scores AS score USING (run_id)
    WHERE experiment.current = 1
    ORDER BY experiment.name, link.seed
  `).raw().all();
  for (const [name, runId, seed, answers] of all) {
    const seeds = rows.get(name) ?? [];
    seeds.push({runId, seed, answers});
    rows.set(name, seeds);
  }

  return rows;
}
