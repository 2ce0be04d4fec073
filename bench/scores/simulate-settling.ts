import type {Random} from '../../src/engine/random.js';
import {tableScores} from '../../src/score/comparison/table-scores.js';
import {whatWouldSettle} from '../../src/score/comparison/what-would-settle.js';
import {normalQuantile} from '../../src/score/distributions/normal.js';
import {drawTable} from './draw-table.js';
import type {PoweredTable} from './simulate-power.js';

const manyPictures = 50_000;
const fewPictures = 50;
const pilots = 20;
const pair = [{row: 1, against: 0}];

/**
Asks how many pictures would settle a difference, of tables with so many that they know it well, and draws tables of that size: gives
that number and the share that was called, both as means over the asked. With several seeds the table has eleven rows, which help.
*/
export function simulateSettling(
  {accuracy, difference, likeness, seeds}: Omit<PoweredTable, 'pictures'>,
  repetitions: number,
  random: Random,
): {readonly pictures: number; readonly called: number} {
  const levels = Array.from({length: seeds === 1 ? 2 : 11}, (_, row) => normalQuantile(accuracy + (row === 1 ? difference : 0)));
  const rows = levels.map(level => ({level, seedFactor: 1}));
  const population = {...likeness, seeds, ofSeeds: seeds === 1 ? 0 : likeness.ofSeeds};
  const draw = (pictures: number) => tableScores(drawTable({...population, pictures}, rows, random), pair).comparisons[0]!;
  const perPilot = Math.ceil(repetitions / pilots);
  let [sum, called] = [0, 0];
  for (let pilot = 0; pilot < pilots; pilot++) {
    const {evidence} = draw(manyPictures);
    const asked = evidence.of === 'networks' ? evidence : {...evidence, pictures: fewPictures};
    const pictures = Number(whatWouldSettle(asked, 0.05).pictures);
    sum += pictures;
    for (let repetition = 0; repetition < perPilot; repetition++) {
      called += draw(pictures).verdict === 'within noise' ? 0 : 1;
    }
  }

  return {pictures: Math.round(sum / pilots), called: called / (pilots * perPilot)};
}
