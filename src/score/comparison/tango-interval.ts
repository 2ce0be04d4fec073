import {normalQuantile} from '../distributions/normal.js';
import type {Interval} from '../interval.js';
import type {Discordant} from './mcnemar.js';

const steps = 60;

/**
95 % interval of the difference of two accuracies on the same pictures (one minus other), by the score test (Tango, "Equivalence test and
confidence interval for the difference in proportions for the paired-sample design", 1998; recommended by Fagerland, Lydersen and Laake, 2014):
the differences that the test does not reject. It holds where few pictures differ or none.
*/
export function tangoInterval(discordant: Discordant, pictures: number): Interval {
  const observed = (discordant.onlyOne - discordant.onlyOther) / pictures;
  const limit = normalQuantile(0.975);
  const isBelow = (difference: number) => score(discordant, pictures, difference) > limit;
  const isAbove = (difference: number) => score(discordant, pictures, difference) < -limit;
  return {
    low: observed === -1 ? -1 : firstWhere(difference => !isBelow(difference), -1, observed),
    high: observed === 1 ? 1 : firstWhere(isAbove, observed, 1),
  };
}

/** How many standard errors the observed difference is from a supposed one, which falls as that rises. */
function score({onlyOne, onlyOther}: Discordant, pictures: number, supposed: number): number {
  // Tango's quadratic, whose root is the likeliest share of pictures that only the other has right.
  const linear = (((2 * pictures) - onlyOne + onlyOther) * supposed) - onlyOne - onlyOther;
  const constant = -onlyOther * supposed * (1 - supposed);
  const share = (Math.sqrt(Math.max(0, (linear * linear) - (8 * pictures * constant))) - linear) / (4 * pictures);
  const variance = pictures * ((2 * share) + (supposed * (1 - supposed)));
  return (onlyOne - onlyOther - (pictures * supposed)) / Math.sqrt(Math.max(variance, Number.MIN_VALUE));
}

/** Where a condition that holds from some value on begins to, by halving. */
function firstWhere(holds: (value: number) => boolean, from: number, to: number): number {
  let [low, high] = [from, to];
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2;
    if (holds(middle)) {
      high = middle;
    } else {
      low = middle;
    }
  }

  return (low + high) / 2;
}
