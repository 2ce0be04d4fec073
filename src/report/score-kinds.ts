import type {MeanScores} from '../score/row/mean-scores.js';

/** A score as people read it. */
export type ScoreKind = {
  readonly key: Exclude<keyof MeanScores, 'recall' | 'calibration_by_chance'>;
  readonly title: string;
  readonly digits: number;
};

/** Scores of runs and rows, in the order in which they are shown. `*`: see `bestNote`. */
export const scoreKinds: readonly ScoreKind[] = [
  {key: 'last', title: 'last', digits: 3},
  {key: 'best', title: 'best*', digits: 3},
  {key: 'cross_fitted', title: 'cross-fitted best', digits: 3},
  {key: 'mean_last', title: 'mean of the last 20', digits: 3},
  {key: 'protocol', title: 'protocol', digits: 3},
  {key: 'balanced_accuracy', title: 'balanced accuracy', digits: 3},
  {key: 'macro_f1', title: 'macro F1', digits: 3},
  {key: 'log_loss', title: 'log-loss', digits: 3},
  {key: 'calibration_error', title: 'calibration error', digits: 3},
];

/** What the titles leave open. */
export const bestNote = 'best*: of all epochs, chosen on the pictures that it is scored on: optimistic. Of log-loss and calibration error less is better.';
