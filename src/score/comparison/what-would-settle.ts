import {normalQuantile} from '../distributions/normal.js';
import {studentT} from '../distributions/student-t.js';
import type {VarianceEstimate} from '../row/seed-variances.js';
import type {Evidence, NetworkEvidence, RowEvidence, TrainingEvidence} from './evidence.js';
import {varianceOfDifference} from './variance-of-difference.js';

/** `never`: no number of these alone would do. `unknown`: one seed each does not tell. */
export type Enough = number | 'never' | 'unknown';

/** The least number, in all, at which a true difference of the observed size would be called in 80 % of cases. */
export type Settling = {
  /** Validation pictures, with the seeds that there are. */
  readonly pictures: Enough;
  /** Seeds of each of both rows, on the pictures that there are. */
  readonly seeds: Enough;
};

const power = 0.8;
const mostPictures = 10_000_000;
const mostSeeds = 10_000;

/** `level` is what the p value, as `compare` gives it, must not exceed. */
export function whatWouldSettle(evidence: Evidence, level: number): Settling {
  if (evidence.difference === 0) {
    return {pictures: 'never', seeds: evidence.of === 'networks' ? 'unknown' : 'never'};
  }

  return evidence.of === 'networks'
    ? {pictures: picturesForNetworks(evidence, level), seeds: 'unknown'}
    : {pictures: picturesForTrainings(evidence, level), seeds: seedsForTrainings(evidence, level)};
}

/**
Pictures that McNemar's test wants (Connor, "Sample size for testing differences in proportions for the paired-sample design", 1987). The exact
test wants about 2 / |difference| more, as Casagrande, Pike and Smith, 1978, found for Fisher's.
*/
function picturesForNetworks({pictures, difference, discordant}: NetworkEvidence, level: number): Enough {
  const differing = (discordant.onlyOne + discordant.onlyOther) / pictures;
  const spread = Math.sqrt(Math.max(0, differing - (difference ** 2)));
  const asymptotic = (((normalQuantile(1 - (level / 2)) * Math.sqrt(differing)) + (normalQuantile(power) * spread)) / difference) ** 2;
  const wanted = Math.ceil(asymptotic + (2 / Math.abs(difference)));
  return wanted > mostPictures ? 'never' : wanted;
}

function picturesForTrainings(evidence: TrainingEvidence, level: number): Enough {
  return leastFrom(evidence.pictures, mostPictures, pictures => isFound({...evidence, pictures}, level));
}

function seedsForTrainings(evidence: TrainingEvidence, level: number): Enough {
  const {one, other, pictures, ofPictures} = evidence;
  const ofRows = (row: RowEvidence, seeds: number) => row.ofRest / seeds;
  // What pictures do to the rows' difference itself stays with any number of seeds.
  const lasting = Math.max(0, ofPictures - ofRows(one, one.seeds) - ofRows(other, other.seeds));
  const withSeeds = (seeds: number) => ({
    pictures,
    difference: evidence.difference,
    ofPictures: lasting + ofRows(one, seeds) + ofRows(other, seeds),
    one: moreSeeds(one, seeds),
    other: moreSeeds(other, seeds),
  });
  return leastFrom(Math.max(one.seeds, other.seeds), mostSeeds, seeds => isFound(withSeeds(seeds), level));
}

/** The same variances, told by more seeds. */
function moreSeeds(row: RowEvidence, seeds: number): RowEvidence {
  const known = ({variance, degrees}: VarianceEstimate) => ({variance, degrees: Math.max(degrees, seeds - 1)});
  return {...row, seeds, seedVariance: {moderated: known(row.seedVariance.moderated), larger: known(row.seedVariance.larger)}};
}

/** Whether t of the difference would, in so many cases as `power` says, pass the level. */
function isFound(evidence: Omit<TrainingEvidence, 'of'>, level: number): boolean {
  const {variance, degrees} = varianceOfDifference(evidence, 'larger');
  if (variance === 0) {
    return evidence.difference !== 0;
  }

  const reached = (Math.abs(evidence.difference) / Math.sqrt(variance)) - normalQuantile(power);
  return reached > 0 && studentT.twoSided(reached, degrees) <= level;
}

/**
The least whole number from `from` on for which a condition holds, looked for in steps of a quarter and then between two of them. It need not hold
from there on: where many pictures leave the seeds' variance alone, that is known with few degrees of freedom.
*/
function leastFrom(from: number, most: number, holds: (count: number) => boolean): Enough {
  let [low, high] = [from - 1, from];
  while (!holds(high)) {
    if (high >= most) {
      return 'never';
    }

    [low, high] = [high, Math.min(most, Math.ceil(high * 1.25))];
  }

  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (holds(middle)) {
      high = middle;
    } else {
      low = middle;
    }
  }

  return high;
}
