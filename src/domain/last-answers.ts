/** What a run that is done answered after its last epoch. */
export type LastAnswers = {
  /** Bit `i & 7` of byte `i >> 3` for validation picture i. */
  readonly answers: Uint8Array;
  /** `[validation pictures, classes]`; undefined where none were stored. */
  readonly probabilities: Float32Array | undefined;
};
