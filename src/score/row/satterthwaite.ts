/** An addend of a variance: its value, and the mean square behind it, in the same unit, with the degrees of freedom of that. */
export type VariancePart = {
  readonly value: number;
  readonly meanSquare: number;
  readonly degrees: number;
};

/**
A variance that is a sum of estimates, and the degrees of freedom of the t distribution that fits it (Satterthwaite, "An approximate
distribution of estimates of variance components", 1946). Parts that are 0 were cut there, and count as known.
*/
export function satterthwaite(parts: readonly VariancePart[]): {readonly variance: number; readonly degrees: number} {
  const counted = parts.filter(({value}) => value > 0);
  const variance = counted.reduce((sum, {value}) => sum + value, 0);
  const uncertainty = counted.reduce((sum, {meanSquare, degrees}) => sum + (meanSquare * meanSquare / degrees), 0);
  return {variance, degrees: variance * variance / uncertainty};
}
