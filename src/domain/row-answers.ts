/** The answers of one finished run that counts for a row. */
export type SeedAnswers = {
  readonly runId: string;
  readonly seed: number;
  /** After the last epoch: bit `i & 7` of byte `i >> 3` for validation picture i. */
  readonly answers: Uint8Array;
};
