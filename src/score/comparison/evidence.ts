import type {MeanSquares} from '../row/mean-squares.js';
import type {SeedVariance} from '../row/seed-variances.js';
import type {Discordant} from './mcnemar.js';

/** Two networks, one a row: the verdict is about them, since one seed does not tell how much seeds matter. */
export type NetworkEvidence = {
  readonly of: 'networks';
  readonly pictures: number;
  /** One minus other. */
  readonly difference: number;
  readonly discordant: Discordant;
};

/** Two rows, of which one at least has several seeds: the verdict is about training with any seed. */
export type TrainingEvidence = {
  readonly of: 'trainings';
  readonly pictures: number;
  readonly difference: number;
  /** The variance between pictures of the difference of the rows' shares of seeds that are right. */
  readonly ofPictures: number;
  readonly one: RowEvidence;
  readonly other: RowEvidence;
};

export type RowEvidence = {
  readonly seeds: number;
  /** σ²rest; 0 for one seed, of which it cannot be told. */
  readonly ofRest: number;
  readonly seedVariance: SeedVariance;
};

/** What answers of two rows on the same pictures say of their difference. */
export type Evidence = NetworkEvidence | TrainingEvidence;

/** `common` is the sum over pictures of (seeds of one row that are right) × (seeds of the other that are); the variances are the rows'. */
export function evidence(
  [one, other]: readonly [MeanSquares, MeanSquares],
  common: number,
  seedVariances: readonly [SeedVariance, SeedVariance] | null,
): Evidence {
  const {pictures} = one;
  const difference = one.mean - other.mean;
  if (seedVariances === null || (one.seeds === 1 && other.seeds === 1)) {
    const discordant = {onlyOne: one.squaredCounts - common, onlyOther: other.squaredCounts - common};
    return {of: 'networks', pictures, difference, discordant};
  }

  const squares = (one.squaredCounts / (one.seeds ** 2)) + (other.squaredCounts / (other.seeds ** 2)) - (2 * common / (one.seeds * other.seeds));
  return {
    of: 'trainings',
    pictures,
    difference,
    ofPictures: Math.max(0, squares - (pictures * difference * difference)) / (pictures - 1),
    one: {seeds: one.seeds, ofRest: one.ofRest, seedVariance: seedVariances[0]},
    other: {seeds: other.seeds, ofRest: other.ofRest, seedVariance: seedVariances[1]},
  };
}
