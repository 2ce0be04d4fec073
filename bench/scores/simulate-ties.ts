import type {Random} from '../../src/engine/random.js';
import {tableScores} from '../../src/score/comparison/table-scores.js';
import {normalQuantile} from '../../src/score/distributions/normal.js';
import type {Interval} from '../../src/score/interval.js';
import {drawTable} from './draw-table.js';
import type {Shape} from './shapes.js';

/** What became of tables whose rows are all as good: shares, 0 to 1. */
export type TieFigures = {
  /** Rows, and differences of two of them, whose 95 % interval holds the truth. */
  readonly rowsCovered: number;
  readonly differencesCovered: number;
  /** Tables in which any row was called better or worse. */
  readonly tablesCalled: number;
};

const rowCount = 11;

/** The ten comparisons of a table of eleven rows with its first one. */
export const pairs = Array.from({length: rowCount - 1}, (_, place) => ({row: place + 1, against: 0}));

/**
Draws tables of eleven rows of the same accuracy. `spread` makes some rows' seeds matter more than others': their variances are
multiplied by it, in turns. With one seed seeds do not matter, since the verdict is then about networks, of which these are tied.
*/
export function simulateTies({seeds, pictures, accuracy, likeness}: Shape, repetitions: number, random: Random, spread: readonly number[] = [1]): TieFigures {
  const population = {pictures, seeds, ...likeness, ofSeeds: seeds === 1 ? 0 : likeness.ofSeeds};
  const rows = Array.from({length: rowCount}, (_, row) => ({level: normalQuantile(accuracy), seedFactor: spread[row % spread.length]!}));
  let [rowsCovered, differencesCovered, tablesCalled] = [0, 0, 0];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const scores = tableScores(drawTable(population, rows, random), pairs);
    rowsCovered += scores.rows.filter(({interval}) => holds(interval, accuracy)).length;
    differencesCovered += scores.comparisons.filter(({interval}) => holds(interval, 0)).length;
    tablesCalled += scores.comparisons.some(({verdict}) => verdict !== 'within noise') ? 1 : 0;
  }

  return {
    rowsCovered: rowsCovered / (repetitions * rowCount),
    differencesCovered: differencesCovered / (repetitions * pairs.length),
    tablesCalled: tablesCalled / repetitions,
  };
}

function holds({low, high}: Interval, truth: number): boolean {
  return low <= truth && truth <= high;
}
