import type {ExperimentConfig} from './generated/experiment-config.js';

/** How long an epoch of a stored run took, where, and how many training pictures there were. */
export type MeasuredEpoch = {
  readonly config: ExperimentConfig;
  /** As the run recorded it: a GPU's name, or `CPU (2 threads)`. */
  readonly device: string;
  readonly threads: number;
  /** Mean over the epochs after the first, which warms up; of the first where there is no other. */
  readonly seconds: number;
  /** Of the split; an epoch goes through fewer where its steps are counted. */
  readonly pictures: number;
};
