import type {Random} from '../../src/engine/random.js';
import {tableScores} from '../../src/score/comparison/table-scores.js';
import {normalQuantile} from '../../src/score/distributions/normal.js';
import type {Interval} from '../../src/score/interval.js';
import {drawTable} from './draw-table.js';
import type {Shape} from './shapes.js';

/** Tables whose rows are all as good. */
export type TiedTable = Shape & {
  /** The first one is compared with each other one. */
  readonly rows: number;
  /** What the variance of rows' seeds is multiplied by, row by row in turns: `[1]` where seeds matter alike. */
  readonly seedFactors: readonly number[];
};

/** What became of them: shares, 0 to 1. */
export type TieFigures = {
  /** Rows, and differences of two of them, whose 95 % interval holds the truth. */
  readonly rowsCovered: number;
  readonly differencesCovered: number;
  /** Of the row that it holds for least often. */
  readonly worstRowCovered: number;
  /** Tables in which any row was called better or worse. */
  readonly tablesCalled: number;
};

/** With one seed seeds do not matter, since verdicts are then about networks, of which these are tied. */
export function simulateTies(table: TiedTable, repetitions: number, random: Random): TieFigures {
  const {seeds, accuracy, likeness, pictures, seedFactors} = table;
  const population = {pictures, seeds, ...likeness, ofSeeds: seeds === 1 ? 0 : likeness.ofSeeds};
  const rows = Array.from({length: table.rows}, (_, row) => ({level: normalQuantile(accuracy), seedFactor: seedFactors[row % seedFactors.length]!}));
  const pairs = pairsWithFirst(table.rows);
  const covered = rows.map(() => 0);
  let [differencesCovered, tablesCalled] = [0, 0];
  for (let repetition = 0; repetition < repetitions; repetition++) {
    const scores = tableScores(drawTable(population, rows, random), pairs);
    for (const [row, {interval}] of scores.rows.entries()) {
      covered[row]! += holds(interval, accuracy) ? 1 : 0;
    }

    differencesCovered += scores.comparisons.filter(({interval}) => holds(interval, 0)).length;
    tablesCalled += scores.comparisons.some(({verdict}) => verdict !== 'within noise') ? 1 : 0;
  }

  return {
    rowsCovered: covered.reduce((sum, count) => sum + count, 0) / (repetitions * table.rows),
    worstRowCovered: Math.min(...covered) / repetitions,
    differencesCovered: differencesCovered / (repetitions * pairs.length),
    tablesCalled: tablesCalled / repetitions,
  };
}

/** The comparisons of every other row with the first one. */
export function pairsWithFirst(rows: number) {
  return Array.from({length: rows - 1}, (_, place) => ({row: place + 1, against: 0}));
}

function holds({low, high}: Interval, truth: number): boolean {
  return low <= truth && truth <= high;
}
