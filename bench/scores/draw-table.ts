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
  const easy = normals.drawMany(pictures, random).map(value => Math.sqrt(shared) * value);
  return rows.map(({level, seedFactor}) => {
    const easyForRow = normals.drawMany(pictures, random);
    const scale = Math.sqrt(own);
    for (let picture = 0; picture < pictures; picture++) {
      easyForRow[picture] = level + easy[picture]! + (scale * easyForRow[picture]!);
    }

    const seedVariance = ofSeeds * seedFactor;
    const noise = Math.sqrt(1 - shared - own - seedVariance);
    return Array.from({length: seeds}, () => drawAnswers(easyForRow, Math.sqrt(seedVariance) * normals.draw(random), noise, random));
  });
}

function drawAnswers(easy: Float64Array, seed: number, noise: number, random: Random): AnswerSet {
  const pictures = easy.length;
  const words = new Uint32Array(Math.ceil(pictures / 32));
  const draws = normals.drawMany(pictures, random);
  for (let place = 0; place < words.length; place++) {
    const end = Math.min(pictures, (place + 1) * 32);
    let word = 0;
    for (let picture = place * 32; picture < end; picture++) {
      word |= (easy[picture]! + seed + (noise * draws[picture]!) > 0 ? 1 : 0) << (picture & 31);
    }

    words[place] = word;
  }

  return {pictures, words};
}
