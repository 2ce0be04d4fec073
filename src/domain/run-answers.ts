/** What is stored of a run that is done, and its scores are made of. */
export type RunAnswers = {
  readonly splitId: string;
  readonly trainingPictures: number;
  readonly classes: readonly string[];
  /** The class of each validation picture, counted from 0. */
  readonly truth: readonly number[];
  /** Of each epoch, as the table `epochs` has them: bit `i & 7` of byte `i >> 3` for picture i. */
  readonly correct: readonly Uint8Array[];
  /** `[validation pictures, classes]` after the last epoch; undefined where none were stored. */
  readonly probabilities: Float32Array | undefined;
  readonly batchSize: number;
  readonly stepsPerEpoch: number | undefined;
};
