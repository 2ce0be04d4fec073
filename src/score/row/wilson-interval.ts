import type {Interval} from '../interval.js';

/**
Wilson's score interval of a share ("Probable inference", 1927, as Brown, Cai and DasGupta, "Interval estimation for a binomial proportion",
2001, write it): the shares that lie within `deviations` of their own standard errors from the one observed. It holds near 0 and 1,
where intervals of the same width on both sides do not. `effective` is the number of independent answers, whole or not.
*/
export function wilsonInterval(share: number, effective: number, deviations: number): Interval {
  const square = deviations * deviations;
  const middle = (share + (square / (2 * effective))) / (1 + (square / effective));
  const half = deviations / (1 + (square / effective)) * Math.sqrt((share * (1 - share) / effective) + (square / (4 * effective * effective)));
  return {low: Math.max(0, middle - half), high: Math.min(1, middle + half)};
}
