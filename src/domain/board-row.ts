import type {Change} from './experiment.js';
import type {EndStatus} from './run-event.js';

/**
A row of the leaderboard: an experiment in its newest configuration, with means over its finished runs (one a seed).
Names and order are those of the SQL view `leaderboard`, so that JSON, CSV and SQL agree. Accuracies are 0 to 1, on the
whole validation set.
*/
export type BoardRow = {
  readonly name: string;
  readonly file: string;
  readonly parent: string | null;
  readonly changes: readonly Change[];
  readonly dataset: string;
  /** Trained on pictures that ablate drew itself. */
  readonly synthetic: boolean;
  /** Finished runs, of `seeds_planned`. */
  readonly seeds: number;
  readonly seeds_planned: number;
  readonly epochs: number;
  /** How often a frozen backbone looked at each training photo: `10 views`, or `exact` for once an epoch; null without one. */
  readonly features: string | null;
  /** Mean over the finished runs of the accuracy after the last epoch, and its extremes. */
  readonly last: number | null;
  readonly last_min: number | null;
  readonly last_max: number | null;
  /** Mean over the finished runs of the highest accuracy: optimistic, for it was chosen on the pictures it is scored on. */
  readonly best: number | null;
  readonly published: number | null;
  /** Null for a row that was not run. */
  readonly validation_pictures: number | null;
  /** `mixed` where the finished runs differ. */
  readonly engine: string | null;
  readonly device: string | null;
  /** Mean wall time of the finished runs. */
  readonly seconds: number | null;
  readonly status: BoardStatus;
  /** The newest configuration has no finished run, but an earlier one of the same name has. */
  readonly stale: boolean;
};

/** `partial`: some seeds are done. `not run`: nothing is stored of the row. */
export type BoardStatus = EndStatus | 'queued' | 'running' | 'partial' | 'not run';
