import type {RowFreshness, RowVerdict, StoredBoardRow} from '../../domain/board-row.js';

/** What a row has that was not run. */
export const noScores = {
  seeds: 0,
  last: null,
  last_min: null,
  last_max: null,
  best: null,
  cross_fitted: null,
  mean_last: null,
  protocol: null,
  balanced_accuracy: null,
  macro_f1: null,
  log_loss: null,
  calibration_error: null,
  validation_pictures: null,
  split_id: null,
  engine: null,
  device: null,
  seconds: null,
  stale: false,
} as const satisfies Partial<StoredBoardRow>;

/** What is said of a row without answers. */
export const noVerdict: RowVerdict = {
  last_low: null,
  last_high: null,
  last_sd: null,
  interval_of: null,
  against: null,
  difference: null,
  difference_low: null,
  difference_high: null,
  p: null,
  verdict: null,
  other_inputs: false,
  settling_pictures: null,
  settling_seeds: null,
};

/** What has changed of a result that is no result. */
export const allFresh: RowFreshness = {file_changed: false, file_gone: false, data_changed: false};
