import type {Change} from './experiment.js';
import type {EndStatus} from './run-event.js';

/**
A row of the SQL view `leaderboard`, by its names and in its order: an experiment in its newest configuration, with means over its finished
runs (one a seed). Accuracies are 0 to 1, on the whole validation set.
*/
export type StoredBoardRow = {
  readonly name: string;
  readonly file: string;
  readonly parent: string | null;
  readonly changes: readonly Change[];
  readonly dataset: string;
  /** Trained on pictures that ablate drew itself. */
  readonly synthetic: boolean;
  /** What the network is shown: pixels a side, how pictures are brought to that, and what of their values. */
  readonly image_size: number;
  readonly interpolation: string;
  readonly preprocess: string;
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
  /** Mean of each run's best epoch, chosen on one half of the pictures and scored on the other, both ways. */
  readonly cross_fitted: number | null;
  /** Mean over the last 20 epochs. */
  readonly mean_last: number | null;
  /** Mean of what the study's way of scoring would be expected to say of each run. */
  readonly protocol: number | null;
  /** This and the three below: of the last epoch. */
  readonly balanced_accuracy: number | null;
  readonly macro_f1: number | null;
  /** In nats. */
  readonly log_loss: number | null;
  readonly calibration_error: number | null;
  readonly published: number | null;
  /** Absolute path of the CSV that was published epoch for epoch. */
  readonly published_history: string | null;
  /** Null for a row that was not run. */
  readonly validation_pictures: number | null;
  /** Rows of one split have the same training and validation pictures; null for a row that was not run. */
  readonly split_id: string | null;
  /** `mixed` where the finished runs differ. */
  readonly engine: string | null;
  readonly device: string | null;
  /** Mean wall time of the finished runs. */
  readonly seconds: number | null;
  readonly status: BoardStatus;
  /** The newest configuration has no finished run, but an earlier one of the same name has. */
  readonly stale: boolean;
};

/** A row of the leaderboard as it is shown: what is stored, and what `last` says of the row beside others. JSON and CSV have these names. */
export type BoardRow = StoredBoardRow & RowVerdict & RowFreshness & {
  /** How many things differ from the parent's configuration: with more than one the row cannot tell which of them mattered. */
  readonly changed: number;
  /** Quantiles of 5 % and 95 % of what the study's way of scoring says of any run of the row; null where nobody asked. */
  readonly protocol_low: number | null;
  readonly protocol_high: number | null;
  /** What the published score is beside the row's own; null where nothing was published. */
  readonly reproduction: Reproduction | null;
  /** What a published history's figures say: on how many pictures they rest, whose they are too; null for a row. */
  readonly reading: string | null;
};

/** What the answers after the last epoch say of a row: null where there are none, or nothing to compare with. */
export type RowVerdict = {
  /** 95 % interval of `last`. */
  readonly last_low: number | null;
  readonly last_high: number | null;
  /** Standard deviation of `last` over the seeds, by n - 1; null for one seed. */
  readonly last_sd: number | null;
  /** What the interval is for: `training` with any seed, or, with one seed, the one `network`; both on new pictures. */
  readonly interval_of: 'training' | 'network' | null;
  /** The row that it is compared with. */
  readonly against: string | null;
  /** `last` minus that of the other row, and its 95 % interval, which is of this comparison alone. */
  readonly difference: number | null;
  readonly difference_low: number | null;
  readonly difference_high: number | null;
  /** By Holm's correction over the leaderboard. */
  readonly p: number | null;
  readonly verdict: BoardVerdict | null;
  /** The other row's pictures are shown to the network in another size or with other values: the verdict is about that too. */
  readonly other_inputs: boolean;
  /** How many validation pictures, or seeds, would settle what is within noise; null where it is not. */
  readonly settling_pictures: Enough | null;
  readonly settling_seeds: Enough | null;
};

/** What has changed since a row's result. */
export type RowFreshness = {
  /** The row's file, or one that it extends, says something else now. */
  readonly file_changed: boolean;
  /** The row's file is not there any more. */
  readonly file_gone: boolean;
  /** Pictures of the data set were added, taken away or changed. */
  readonly data_changed: boolean;
};

/** `not comparable`: the other row has a result, but on other pictures. `same runs`: the two have runs in common, by their configurations. */
export type BoardVerdict = 'better' | 'worse' | 'within noise' | 'not comparable' | 'same runs';

/** A number; `never`: no number of these alone would do; `unknown`: one seed each does not tell. */
export type Enough = number | 'never' | 'unknown';

export type Reproduction = 'reproduced' | 'explained by its protocol' | 'differs' | 'not run';

/** `partial`: some seeds are done. `not run`: nothing is stored of the row. `published`: it is no row, but a history that somebody published. */
export type BoardStatus = EndStatus | 'queued' | 'running' | 'partial' | 'not run' | 'published';
