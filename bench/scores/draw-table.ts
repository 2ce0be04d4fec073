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

/**
Answers of rows of known accuracy: `[row][seed]`. A picture is answered right where the row's level + how easy the picture is + how good the
seed is + noise is above 0, all normal, so that a row of level Φ⁻¹(p) is right with probability p on a new picture with a new seed.
*/
export function drawTable({pictures, seeds, shared, own, ofSeeds}: Population, levels: readonly number[], random: Random): AnswerSet[][] {
  const scales = {shared: Math.sqrt(shared), own: Math.sqrt(own), ofSeeds: Math.sqrt(ofSeeds), noise: Math.sqrt(1 - shared - own - ofSeeds)};
  const easy = Float64Array.from({length: pictures}, () => scales.shared * normals.draw(random));
  return levels.map(level => {
    const easyForRow = easy.map(value => value + level + (scales.own * normals.draw(random)));
    return Array.from({length: seeds}, () => drawAnswers(easyForRow, scales.ofSeeds * normals.draw(random), scales.noise, random));
  });
}

function drawAnswers(easy: Float64Array, seed: number, noise: number, random: Random): AnswerSet {
  const pictures = easy.length;
  const words = new Uint32Array(Math.ceil(pictures / 32));
  const {values} = normals;
  for (let picture = 0; picture < pictures; picture += 2) {
    const bits = random.uint32();
    words[picture >> 5]! |= (easy[picture]! + seed + (noise * values[bits & 0xFF_FF]!) > 0 ? 1 : 0) << (picture & 31);
    if (picture + 1 < pictures) {
      words[picture >> 5]! |= (easy[picture + 1]! + seed + (noise * values[bits >>> 16]!) > 0 ? 1 : 0) << ((picture + 1) & 31);
    }
  }

  return {pictures, words};
}
