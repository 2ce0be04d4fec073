import type {Random} from '../../src/engine/random.js';
import {specialFunctions} from '../../src/score/distributions/special-functions.js';

const count = 0x1_00_00;

// The middles of 65,536 slices of equal probability: a draw is a look-up, and simulations are mostly draws.
const values = Float64Array.from({length: count}, (_, place) => specialFunctions.normalQuantile((place + 0.5) / count));

/** Standard normal numbers in steps of 1/65,536 of probability, up to 4.3 standard deviations. */
export const normals = {
  values,
  draw(random: Random): number {
    return values[random.uint32() >>> 16]!;
  },
};
