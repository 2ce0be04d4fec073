/** Scores of one run as the table `scores` keeps them: accuracies are 0 to 1, on all validation pictures. */
export type StoredScores = {
  readonly last: number;
  /** Optimistic: the epoch was chosen on the pictures that it is scored on. */
  readonly best: number;
  /** Counts from 1. */
  readonly best_epoch: number;
  readonly cross_fitted: number;
  /** Mean of the last 20 epochs. */
  readonly mean_last: number;
  /** What the study's way of scoring would have said: expectation, and quantiles of 5 % and 95 %. */
  readonly protocol: number;
  readonly protocol_low: number;
  readonly protocol_high: number;
  /** This and all below: of the last epoch; null where its probabilities were not stored. */
  readonly balanced_accuracy: number | null;
  readonly macro_f1: number | null;
  /** In nats. */
  readonly log_loss: number | null;
  readonly calibration_error: number | null;
  /** What `calibration_error` would be about if every probability were right. */
  readonly calibration_by_chance: number | null;
  /** One a class; null for a class without pictures. */
  readonly recall: ReadonlyArray<number | null> | null;
};
