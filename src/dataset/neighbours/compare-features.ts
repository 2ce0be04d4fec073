import {findDoubtfulLabels, type DoubtfulLabel} from './find-doubtful-labels.js';
import {findSameThings} from './find-same-things.js';
import {nearestNeighbours} from './nearest-neighbours.js';
import type {Vectors} from './vectors.js';

/** What features tell of pictures, given by their indexes. */
export type FeatureComparison = {
  /** Groups of one and the same thing, without those whose pictures were known to be of one sight. */
  readonly sameThings: readonly number[][];
  readonly doubtfulLabels: readonly DoubtfulLabel[];
};

const neighboursLooked = 10;

/** Compares all pictures by their features; `sights` are groups of pictures that are known to show the same. */
export async function compareFeatures(vectors: Vectors, labels: readonly string[], sights: readonly number[][]): Promise<FeatureComparison> {
  const neighbours = await nearestNeighbours(vectors, neighboursLooked);
  const sightOf = new Map(sights.flatMap((group, sight) => group.map(index => [index, sight])));
  const isKnown = (group: readonly number[]) => sightOf.has(group[0]!) && group.every(index => sightOf.get(index) === sightOf.get(group[0]!));
  return {
    sameThings: findSameThings(neighbours).filter(group => !isKnown(group)),
    doubtfulLabels: findDoubtfulLabels(labels, neighbours),
  };
}
