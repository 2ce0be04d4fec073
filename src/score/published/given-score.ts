/** A score as somebody published it: a share, 0 to 1. */
export type GivenScore = {
  readonly score: number;
  /** Digits behind the point that it was given with. */
  readonly digits: number;
};

/**
A number that was read no longer says whether it was 0.8 or 0.80, and nobody gives accuracies in tenths: it counts as given with two digits at
least, so that 0.8 is 0.795 to 0.805.
*/
export function givenScore(score: number): GivenScore {
  const [mantissa, exponent = '0'] = String(score).split('e') as [string, string?];
  return {score, digits: Math.max(2, (mantissa.split('.')[1] ?? '').length - Number(exponent))};
}
