import type {Database} from 'better-sqlite3';

/** How many validation pictures the finished runs of a row had right in each epoch, and what says how its study validated. */
export type RowCounts = {
  readonly runs: ReadonlyArray<readonly number[]>;
  readonly pictures: number;
  readonly trainingPictures: number;
  readonly batchSize: number;
  readonly stepsPerEpoch: number | undefined;
};

type Stored = Omit<RowCounts, 'runs' | 'stepsPerEpoch'> & {readonly name: string; readonly counts: string; readonly stepsPerEpoch: number | null};

/** Of these rows of the leaderboard, by their names. */
export function rightCounts(db: Database, names: readonly string[]): Map<string, RowCounts> {
  const rows = new Map<string, RowCounts & {readonly runs: Array<readonly number[]>}>();
  const all = db.prepare<[string], Stored>(`
    SELECT
      experiment.name, split.validation AS pictures, split.training AS trainingPictures,
      json_extract(experiment.config, '$.batch_size') AS batchSize, json_extract(experiment.config, '$.steps_per_epoch') AS stepsPerEpoch,
      (SELECT json_group_array(round(val_accuracy * split.validation)) FROM epochs WHERE epochs.run_id = run.run_id) AS counts
    FROM experiments AS experiment
    JOIN counted_runs AS link USING (experiment_id)
    JOIN runs AS run USING (run_id)
    JOIN splits AS split USING (split_id)
    WHERE experiment.current = 1 AND run.status = 'done' AND experiment.name IN (SELECT value FROM json_each(?))
  `).all(JSON.stringify(names));
  for (const {name, counts, stepsPerEpoch, ...facts} of all) {
    const row = rows.get(name) ?? {...facts, stepsPerEpoch: stepsPerEpoch ?? undefined, runs: []};
    row.runs.push(JSON.parse(counts) as number[]);
    rows.set(name, row);
  }

  return rows;
}
