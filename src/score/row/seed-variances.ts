import type {MeanSquares} from './mean-squares.js';

/** The variance that the seed alone gives a run's accuracy on endlessly many pictures, and the degrees of freedom that it was estimated with. */
export type VarianceEstimate = {
  readonly variance: number;
  readonly degrees: number;
};

/** Two estimates of a row's seed variance, both with help of the table's other rows. */
export type SeedVariance = {
  /** The row's own and the table's, weighted by degrees of freedom, the table's counting as at most 6: for intervals. */
  readonly moderated: VarianceEstimate;
  /** The larger of the row's own and the table's: for verdicts. */
  readonly larger: VarianceEstimate;
};

const priorDegrees = 6;

/**
How much the seed matters in each row of a table; null where no row has several seeds. Two or three seeds tell a variance so badly (1 or 2
degrees of freedom) that tests with it alone call up to a fifth of tied tables, so rows help each other as in Smyth, "Linear models and
empirical Bayes methods for assessing differential expression", 2004. Seeds of rows nearer to 1 vary less: the table's estimate is of
v in variance = v·(p(1 - p))², constant where seeds shift log-odds. docs/scores.md has the simulation that chose both. Rows at the places
`repeated` have runs that others have, and tell the table nothing.
*/
export function seedVariances(rows: readonly MeanSquares[], repeated: ReadonlySet<number> = new Set()): SeedVariance[] | null {
  const own = rows.map(row => ownVariance(row));
  const telling = own.filter((_, place) => !repeated.has(place));
  const degrees = telling.reduce((sum, row) => sum + row.degrees, 0);
  if (degrees === 0) {
    return null;
  }

  const scales = rows.map(({mean}) => (mean * (1 - mean)) ** 2);
  const scale = weightedSum(telling, scales.filter((_, place) => !repeated.has(place)));
  const ofTable = scale === 0 ? 0 : Math.max(0, weightedSum(telling, telling.map(({variance}) => variance)) / scale);
  return own.map((row, index) => combine(row, {variance: ofTable * scales[index]!, degrees}));
}

/** σ²seeds by the analysis of variance, unbiased and so at times below 0. */
function ownVariance({pictures, seeds, ofSeeds, ofRest}: MeanSquares): VarianceEstimate {
  return {variance: (ofSeeds - ofRest) / pictures, degrees: seeds - 1};
}

function combine(own: VarianceEstimate, table: VarianceEstimate): SeedVariance {
  const prior = Math.max(0, Math.min(priorDegrees, table.degrees - own.degrees));
  const degrees = own.degrees + prior;
  const variance = ((own.degrees * own.variance) + (prior * table.variance)) / degrees;
  return {
    moderated: {variance: Math.max(0, variance), degrees},
    larger: own.degrees > 0 && own.variance > table.variance ? own : table,
  };
}

function weightedSum(rows: readonly VarianceEstimate[], values: readonly number[]): number {
  return rows.reduce((sum, {degrees}, index) => sum + (degrees * values[index]!), 0);
}
