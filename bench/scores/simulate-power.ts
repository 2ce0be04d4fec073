import type {Random} from '../../src/engine/random.js';
import {tableScores} from '../../src/score/comparison/table-scores.js';
import {normalQuantile} from '../../src/score/distributions/normal.js';
import {drawTable} from './draw-table.js';
import type {Shape} from './shapes.js';
import {pairsWithFirst} from './simulate-ties.js';

/** A row of a table of eleven, of which the others are tied, is better than the first by so much. */
export type PoweredTable = Shape & {
  readonly difference: number;
};

const rowCount = 11;

/** How often it is called better: a share. */
export function simulatePower({seeds, pictures, accuracy, likeness, difference}: PoweredTable, repetitions: number, random: Random): number {
  const population = {pictures, seeds, ...likeness, ofSeeds: seeds === 1 ? 0 : likeness.ofSeeds};
  const rows = Array.from({length: rowCount}, (_, row) => ({level: normalQuantile(accuracy + (row === 1 ? difference : 0)), seedFactor: 1}));
  const pairs = pairsWithFirst(rowCount);
  let found = 0;
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const {comparisons} = tableScores(drawTable(population, rows, random), pairs);
    found += comparisons[0]!.verdict === 'better' ? 1 : 0;
  }

  return found / repetitions;
}
