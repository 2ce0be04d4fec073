import {satterthwaite, type VariancePart} from '../row/satterthwaite.js';
import type {SeedVariance} from '../row/seed-variances.js';
import type {RowEvidence, TrainingEvidence} from './evidence.js';

/**
Variance of the difference of two rows' mean accuracies, and its degrees of freedom: pictures are shared, so that only what differs between the
rows counts of them; seeds are independent, also of the same number. `estimate` says which of the two estimates of the seeds' part.
*/
export function varianceOfDifference(
  {pictures, ofPictures, one, other}: Pick<TrainingEvidence, 'pictures' | 'ofPictures' | 'one' | 'other'>,
  estimate: keyof SeedVariance,
): ReturnType<typeof satterthwaite> {
  return satterthwaite([
    {value: ofPictures / pictures, meanSquare: ofPictures / pictures, degrees: pictures - 1},
    partOfSeeds(one, pictures, estimate),
    partOfSeeds(other, pictures, estimate),
  ]);
}

function partOfSeeds({seeds, ofRest, seedVariance}: RowEvidence, pictures: number, estimate: keyof SeedVariance): VariancePart {
  const {variance, degrees} = seedVariance[estimate];
  return {value: variance / seeds, meanSquare: (variance + (ofRest / pictures)) / seeds, degrees};
}
