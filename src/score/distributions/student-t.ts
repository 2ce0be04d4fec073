import {specialFunctions} from './special-functions.js';

const {incompleteBeta, inverseIncompleteBeta, normalQuantile, logGamma} = specialFunctions;
const mostSteps = 20;

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
  // The inverse takes ten times as long as Newton's steps, and with very many degrees of freedom finds nothing far out.
  return degrees < 4 ? byInverse(tail, degrees) : byNewton(tail, degrees);
}

function byInverse(tail: number, degrees: number): number {
  if (tail > 0.25) {
    const share = inverseIncompleteBeta(0.5, degrees / 2, 1 - (2 * tail));
    return Math.sqrt(degrees * share / (1 - share));
  }

  const rest = inverseIncompleteBeta(degrees / 2, 0.5, 2 * tail);
  return Math.sqrt(degrees * (1 - rest) / rest);
}

/** From the normal distribution's, widened (Abramowitz and Stegun, 26.7.5), along the density; steps shrink quadratically. */
function byNewton(tail: number, degrees: number): number {
  const z = -normalQuantile(tail);
  const logScale = logGamma((degrees + 1) / 2) - logGamma(degrees / 2) - (Math.log(degrees * Math.PI) / 2);
  let t = z + (((z ** 3) + z) / (4 * degrees)) + (((5 * (z ** 5)) + (16 * (z ** 3)) + (3 * z)) / (96 * degrees * degrees));
  for (let step = 0; step < mostSteps; step++) {
    const density = Math.exp(logScale - ((degrees + 1) / 2 * Math.log1p(t * t / degrees)));
    const change = ((studentT.twoSided(t, degrees) / 2) - tail) / density;
    t += change;
    if (Math.abs(change) < 1e-9 * t) {
      break;
    }
  }

  return t;
}
