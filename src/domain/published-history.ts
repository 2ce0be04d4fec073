/** A training as somebody else recorded it, epoch by epoch: at least one, in order. */
export type PublishedHistory = {
  readonly epochs: readonly PublishedEpoch[];
  /** Digits behind the point of the validation accuracies: the most that any was given with, since writers leave zeros at the end out. */
  readonly accuracyDigits: number;
};

/** Accuracies are shares, 0 to 1. A figure is null where the file has no column for it, and a loss also where it was no number any more. */
export type PublishedEpoch = {
  /** Counts from 1, also where the file counts from 0. */
  readonly epoch: number;
  readonly loss: number | null;
  readonly accuracy: number | null;
  readonly valLoss: number | null;
  readonly valAccuracy: number;
};
