import type {Buffer} from 'node:buffer';
import type {Database} from 'better-sqlite3';
import {floatsOf} from '../../files/floats-of.js';
import type {LastAnswers} from '../../domain/last-answers.js';

/** What a scored run answered after its last epoch; undefined of another. */
export function lastAnswers(db: Database, runId: string): LastAnswers | undefined {
  const found = db.prepare<[string], {answers: Buffer; probabilities: Buffer | null}>(`
    SELECT answers, probabilities
    FROM scores LEFT JOIN predictions ON predictions.run_id = scores.run_id AND of_epoch = 'last'
    WHERE scores.run_id = ?
  `).get(runId);
  return found && {answers: found.answers, probabilities: found.probabilities ? floatsOf(found.probabilities) : undefined};
}
