import type {Random} from '../../src/engine/random.js';
import {tableScores} from '../../src/score/comparison/table-scores.js';
import {normalQuantile} from '../../src/score/distributions/normal.js';
import {drawTable} from './draw-table.js';
import type {Shape} from './shapes.js';
import {pairs} from './simulate-ties.js';

/**
How often a row that is better by `difference` is called better, in tables of eleven rows of which the nine others are tied with the first.
*/
export function simulatePower({seeds, pictures, accuracy, likeness}: Shape, difference: number, repetitions: number, random: Random): number {
  const population = {pictures, seeds, ...likeness, ofSeeds: seeds === 1 ? 0 : likeness.ofSeeds};
  const rows = [0, difference, ...pairs.slice(1).map(() => 0)].map(more => ({level: normalQuantile(accuracy + more), seedFactor: 1}));
  let found = 0;
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const {comparisons} = tableScores(drawTable(population, rows, random), pairs);
    found += comparisons[0]!.verdict === 'better' ? 1 : 0;
  }

  return found / repetitions;
}
