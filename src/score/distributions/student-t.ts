import {specialFunctions} from './special-functions.js';

const {incompleteBeta, inverseIncompleteBeta} = specialFunctions;

/**
Student's t distribution with any number of degrees of freedom above 0, not whole ones alone, since Satterthwaite's are not.
Both by the incomplete beta function (Abramowitz and Stegun, "Handbook of Mathematical Functions", 1964, 26.7.1).
*/
export const studentT = {
  /** P(|T| ≥ t): the p value of a two-sided test. */
  twoSided(t: number, degrees: number): number {
    const square = t * t;
    // Of the two forms the one whose argument is small: the other's would be rounded to 1.
    return square < degrees
      ? 1 - incompleteBeta(0.5, degrees / 2, square / (degrees + square))
      : incompleteBeta(degrees / 2, 0.5, degrees / (degrees + square));
  },

  /** The t of which P(T ≤ t) is `probability`. */
  quantile(probability: number, degrees: number): number {
    return probability < 0.5 ? -upper(probability, degrees) : upper(1 - probability, degrees);
  },
};

// The t above which `tail`, at most 0.5, of the distribution lies.
function upper(tail: number, degrees: number): number {
  if (tail > 0.25) {
    const share = inverseIncompleteBeta(0.5, degrees / 2, 1 - (2 * tail));
    return Math.sqrt(degrees * share / (1 - share));
  }

  const rest = inverseIncompleteBeta(degrees / 2, 0.5, 2 * tail);
  return Math.sqrt(degrees * (1 - rest) / rest);
}
