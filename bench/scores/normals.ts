import type {Random} from '../../src/engine/random.js';
import {studentT} from '../../src/score/distributions/student-t.js';
import {specialFunctions} from '../../src/score/distributions/special-functions.js';

const bits = 13;
const count = 2 ** bits;

// The middles of 8,192 slices of equal probability: a draw is a look-up, and simulations are mostly draws.
const values = Float64Array.from({length: count}, (_, place) => specialFunctions.normalQuantile((place + 0.5) / count));

/** Standard normal numbers in steps of 1/8,192 of probability, up to 3.8 standard deviations; a place has so many bits. */
export const normals = {
  values,
  bits,
  draw(random: Random): number {
    return values[random.uint32() >>> (32 - bits)]!;
  },
  /** The probability of less than `value`. */
  below(value: number): number {
    // Of t with so many degrees of freedom it differs by 1e-9 at most.
    const outside = studentT.twoSided(Math.abs(value), 1e8) / 2;
    return value < 0 ? outside : 1 - outside;
  },
};
