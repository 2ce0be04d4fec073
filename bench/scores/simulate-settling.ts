import type {Random} from '../../src/engine/random.js';
import {tableScores} from '../../src/score/comparison/table-scores.js';
import {whatWouldSettle} from '../../src/score/comparison/what-would-settle.js';
import {normalQuantile} from '../../src/score/distributions/normal.js';
import {drawTable} from './draw-table.js';
import type {PoweredTable} from './simulate-power.js';

const manyPictures = 200_000;
const pair = [{row: 1, against: 0}];

/**
Asks how many pictures would settle a difference between two networks, of so many pictures that the answer is about the truth's, and draws
comparisons of that size: gives that number, and the share that was called.
*/
export function simulateSettling(
  {accuracy, difference, likeness}: Pick<PoweredTable, 'accuracy' | 'difference' | 'likeness'>,
  repetitions: number,
  random: Random,
): {readonly pictures: number; readonly called: number} {
  const rows = [0, difference].map(more => ({level: normalQuantile(accuracy + more), seedFactor: 1}));
  const draw = (pictures: number) => tableScores(drawTable({...likeness, pictures, seeds: 1, ofSeeds: 0}, rows, random), pair).comparisons[0]!;
  const pictures = Number(whatWouldSettle(draw(manyPictures).evidence, 0.05).pictures);
  let called = 0;
  for (let repetition = 0; repetition < repetitions; repetition++) {
    called += draw(pictures).verdict === 'within noise' ? 0 : 1;
  }

  return {pictures, called: called / repetitions};
}
