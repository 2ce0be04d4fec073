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
export async function compareFeatures(
  vectors: Vectors,
  labels: readonly string[],
  sights: readonly number[][],
  onProgress?: (done: number, total: number) => void,
): Promise<FeatureComparison> {
  const neighbours = await nearestNeighbours(vectors, neighboursLooked, onProgress);
  const sightOf = new Map(sights.flatMap((group, sight) => group.map(index => [index, sight])));
  const isSameSight = (one: number, other: number) => sightOf.has(one) && sightOf.get(one) === sightOf.get(other);
  return {
    sameThings: findSameThings(neighbours, isSameSight).filter(group => !group.every(index => isSameSight(group[0]!, index))),
    doubtfulLabels: findDoubtfulLabels(labels, neighbours),
  };
}
