import type {Buffer} from 'node:buffer';
import type {Database} from 'better-sqlite3';
import {floatsOf} from '../../files/floats-of.js';
import type {RunAnswers} from '../../domain/run-answers.js';

type Facts = {
  readonly splitId: string;
  readonly trainingPictures: number;
  readonly classes: string;
  readonly batchSize: number;
  readonly stepsPerEpoch: number | null;
};

/** What a run's scores are made of. Runs that rows share have the same batches. */
export function runAnswers(db: Database, runId: string): RunAnswers {
  const {classes, stepsPerEpoch, ...facts} = db.prepare<[string], Facts>(`
    SELECT
      run.split_id AS splitId, split.training AS trainingPictures, split.classes,
      json_extract(experiment.config, '$.batch_size') AS batchSize, json_extract(experiment.config, '$.steps_per_epoch') AS stepsPerEpoch
    FROM runs AS run
    JOIN splits AS split USING (split_id)
    JOIN experiment_runs AS link USING (run_id)
    JOIN experiments AS experiment USING (experiment_id)
    WHERE run.run_id = ?
    LIMIT 1
  `).get(runId)!;
  return {
    ...facts,
    classes: JSON.parse(classes) as string[],
    stepsPerEpoch: stepsPerEpoch ?? undefined,
    truth: truthOf(db, facts.splitId),
    correct: db.prepare<[string], Buffer>('SELECT correct FROM epochs WHERE run_id = ? ORDER BY epoch').pluck().all(runId),
    probabilities: probabilitiesOf(db, runId),
  };
}

function truthOf(db: Database, splitId: string): number[] {
  return db.prepare<[string], number>(`
    SELECT class FROM pictures WHERE split_id = ? AND subset = 'validation' ORDER BY position
  `).pluck().all(splitId);
}

function probabilitiesOf(db: Database, runId: string): Float32Array | undefined {
  const bytes = db.prepare<[string], Buffer>('SELECT probabilities FROM predictions WHERE run_id = ? AND of_epoch = \'last\'').pluck().get(runId);
  return bytes && floatsOf(bytes);
}
