import type {RowFacts, RunDetails} from './run-details.js';

/** What is looked closely at: one run, or a row with the runs that count for it, one a seed. */
export type Subject = {
  readonly kind: 'run' | 'row';
  /** The run's id or the row's name. */
  readonly label: string;
  readonly row: RowFacts;
  /** By their seeds; none of a row that was not run yet. */
  readonly runs: readonly RunDetails[];
};
