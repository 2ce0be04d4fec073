import type {RunStatus} from './run-event.js';

/** One run of one row, for who wants to know how far it is. A run that two rows share is listed under both. */
export type RunRow = {
  readonly run_id: string;
  /** The row's name. */
  readonly name: string;
  readonly file: string;
  readonly seed: number;
  readonly status: RunStatus;
  readonly epochs_done: number;
  readonly epochs: number;
  /** After the last complete epoch. */
  readonly val_accuracy: number | null;
  /** Wall time, once it is over: of the last attempt, and of what it went on from. */
  readonly seconds: number | null;
  readonly attempts: number;
  readonly queued_at: string;
  readonly started_at: string | null;
  readonly ended_at: string | null;
  readonly problem_code: string | null;
  readonly problem: string | null;
  readonly hint: string | null;
  /** The epoch in which the last attempt went on. */
  readonly resumed_epoch: number | null;
  /** How many pictures went through the network at a time, where there was no memory for a batch. */
  readonly micro_batch: number | null;
  /** JSON list of sentences: what is to be known of how the last attempt began. */
  readonly notes: string | null;
  /** `resources.timeout` as it was written. */
  readonly timeout: string | number | null;
};
