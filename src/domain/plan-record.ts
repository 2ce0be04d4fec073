import type {StoredSplit} from './dataset.js';
import type {Experiment} from './experiment.js';

/**
What a plan brought that was not known before: a line of `plans.jsonl`. With the runs' events it is all that the database is made
of. `at` is ISO 8601, UTC.
*/
export type PlanRecord = {
  readonly at: string;
  readonly splits: readonly StoredSplit[];
  readonly rows: readonly RecordedRow[];
};

/** A row as it was planned, with all runs that it has from then on. */
export type RecordedRow = {
  readonly experimentId: string;
  readonly experiment: Experiment;
  readonly runs: readonly RecordedRun[];
};

/** One of its runs; `split` is the id. Where an earlier run has the fingerprint, that one is meant. */
export type RecordedRun = {
  readonly id: string;
  readonly seed: number;
  readonly fingerprint: string;
  readonly split: string;
};
