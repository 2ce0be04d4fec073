import type {Random} from '../../src/engine/random.js';
import {studentT} from '../../src/score/distributions/student-t.js';
import {specialFunctions} from '../../src/score/distributions/special-functions.js';

const bits = 13;
const count = 2 ** bits;

// The middles of 8,192 slices of equal probability: a draw is a look-up, and simulations are mostly draws.
const values = Float64Array.from({length: count}, (_, place) => specialFunctions.normalQuantile((place + 0.5) / count));

/** Standard normal numbers in steps of 1/8,192 of probability, up to 3.8 standard deviations. */
export const normals = {
  draw(random: Random): number {
    return values[random.uint32() >>> (32 - bits)]!;
  },

  /** Simulations are mostly this loop, and so the generator stands in it: Ettinger's mulberry32, begun anew each time, two draws a number. */
  drawMany(length: number, random: Random): Float64Array {
    const draws = new Float64Array(length);
    let state = random.uint32();
    for (let place = 0; place < length; place += 2) {
      state = (state + 0x6D_2B_79_F5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
      mixed ^= mixed >>> 14;
      draws[place] = values[mixed & (count - 1)]!;
      if (place + 1 < length) {
        draws[place + 1] = values[(mixed >>> bits) & (count - 1)]!;
      }
    }

    return draws;
  },

  /** The probability of less than `value`. */
  below(value: number): number {
    // Of t with so many degrees of freedom it differs by 1e-9 at most.
    const outside = studentT.twoSided(Math.abs(value), 1e8) / 2;
    return value < 0 ? outside : 1 - outside;
  },
};
