import type {Split} from './dataset.js';
import type {Experiment} from './experiment.js';
import type {WeightsFile} from './weights.js';

/** One seed of one experiment: the unit that is queued, trained and stored. */
export type PlannedRun = {
  /** `<experiment name>-<seed>-<first eight digits of the fingerprint>`: the run's folder. */
  readonly id: string;
  readonly experiment: Experiment;
  /** SHA-256 over the row's name and resolved configuration but its seeds, hexadecimal: what tells this row from its earlier selves. */
  readonly experimentId: string;
  readonly seed: number;
  readonly split: Split;
  /** The file that its backbone begins from; undefined without one. */
  readonly weights?: WeightsFile;
  /** SHA-256 over everything that the result depends on, hexadecimal. */
  readonly fingerprint: string;
  /**
  `done`: a finished run has this fingerprint. `stale`: the row has a result, but of an earlier configuration or
  of other pictures. `to-do`: nothing was stored. `again`: an earlier attempt was interrupted. `running`: another ablate is
  training it. `failed` and `cancelled` are results: it is not trained again by itself.
  */
  readonly state: 'done' | 'stale' | 'to-do' | 'again' | 'running' | 'failed' | 'cancelled';
  /** How many epochs an earlier attempt left, to be gone on from; the estimate is of the others. */
  readonly epochsDone?: number;
  readonly estimate: Estimate;
  /**
  With a frozen backbone whose features are not all kept yet: `adds` is the first run of the plan that needs them, `waits` needs what
  another one adds.
  */
  readonly features?: 'adds' | 'waits';
  /** How many looks at photos it adds to the cache before its training, none of which another run of the plan counts. */
  readonly looks?: number;
};

/** How long a run should take, in seconds, and whether a measured run or only arithmetic says so. */
export type Estimate = {
  readonly seconds: number;
  readonly basis: 'measured' | 'calculated';
};
