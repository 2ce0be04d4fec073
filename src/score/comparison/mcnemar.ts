import {specialFunctions} from '../distributions/special-functions.js';

/** Pictures of which one network is right and the other wrong; those on which both agree say nothing of which is better. */
export type Discordant = {
  readonly onlyOne: number;
  readonly onlyOther: number;
};

/**
Exact McNemar test (McNemar, "Note on the sampling error of the difference between correlated proportions", 1947): the p value of as uneven a
split of the discordant pictures, or more so, if each fell to either side with probability 1/2.
*/
export function mcnemar({onlyOne, onlyOther}: Discordant): number {
  return Math.min(1, 2 * specialFunctions.binomialCdf(Math.min(onlyOne, onlyOther), onlyOne + onlyOther, 0.5));
}
