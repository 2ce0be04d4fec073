import type {Random} from '../../src/engine/random.js';
import type {AnswerSet} from '../../src/score/answers/answer-set.js';
import {normals} from './normals.js';

/** What the rows of a simulated table are like. Shares are of the variance of what a picture's answer hangs on, which is 1 in all. */
export type Population = {
  readonly pictures: number;
  readonly seeds: number;
  /** How hard a picture is for every row alike, and for one row apart from the others. */
  readonly shared: number;
  readonly own: number;
  /** How much better or worse a seed makes a training, on all pictures. */
  readonly ofSeeds: number;
};

export type SimulatedRow = {
  /** Φ⁻¹ of its accuracy on new pictures with new seeds. */
  readonly level: number;
  /** Its seeds' variance is the population's times this. */
  readonly seedFactor: number;
};

/**
Answers of rows of known accuracy: `[row][seed]`. A picture is answered right where the row's level + how easy the picture is + how good the
seed is + noise is above 0, all normal and of variance 1 together.
*/
export function drawTable({pictures, seeds, shared, own, ofSeeds}: Population, rows: readonly SimulatedRow[], random: Random): AnswerSet[][] {
  const easy = Float64Array.from({length: pictures}, () => Math.sqrt(shared) * normals.draw(random));
  return rows.map(({level, seedFactor}) => {
    const easyForRow = easy.map(value => value + level + (Math.sqrt(own) * normals.draw(random)));
    const seedVariance = ofSeeds * seedFactor;
    const noise = Math.sqrt(1 - shared - own - seedVariance);
    return Array.from({length: seeds}, () => drawAnswers(easyForRow, Math.sqrt(seedVariance) * normals.draw(random), noise, random));
  });
}

// Simulations are mostly this loop: the generator (Ettinger's mulberry32, begun anew for each training) stands in it, two draws a number.
function drawAnswers(easy: Float64Array, seed: number, noise: number, random: Random): AnswerSet {
  const pictures = easy.length;
  const words = new Uint32Array(Math.ceil(pictures / 32));
  const {values, bits} = normals;
  const mask = values.length - 1;
  let state = random.uint32();
  for (let place = 0; place < words.length; place++) {
    let word = 0;
    const end = Math.min(pictures, (place + 1) * 32);
    for (let picture = place * 32; picture < end; picture += 2) {
      state = (state + 0x6D_2B_79_F5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed);
      mixed ^= mixed >>> 14;
      word |= (easy[picture]! + seed + (noise * values[mixed & mask]!) > 0 ? 1 : 0) << (picture & 31);
      word |= (easy[picture + 1]! + seed + (noise * values[(mixed >>> bits) & mask]!) > 0 ? 1 : 0) << ((picture + 1) & 31);
    }

    words[place] = word;
  }

  return {pictures, words};
}
