import type {AnswerSet} from '../answers/answer-set.js';
import {countCommon} from '../answers/count-common.js';
import {sumCommon} from '../answers/sum-common.js';

/**
Sums over a row's answers, pictures × seeds, one set a seed on the same pictures, and the mean squares of their two-way analysis
of variance (Searle, Casella and McCulloch, "Variance Components", 1992, chapter 4). Of answers, a square is a share of pictures.
*/
export type MeanSquares = {
  readonly pictures: number;
  readonly seeds: number;
  /** The share of right answers, over all. */
  readonly mean: number;
  /** Accuracy of each seed. */
  readonly accuracies: readonly number[];
  /** Σ over pictures of the squared number of seeds that are right. */
  readonly squaredCounts: number;
  /** Between pictures, with `pictures - 1` degrees of freedom: S·σ²pictures + σ²rest. */
  readonly ofPictures: number;
  /** Between seeds, with `seeds - 1`: n·σ²seeds + σ²rest; 0 for one seed. */
  readonly ofSeeds: number;
  /** What is left, with `(pictures - 1)(seeds - 1)`: σ²rest; 0 for one seed. */
  readonly ofRest: number;
};

/** `seeds` are the answers of each seed; all on the same pictures, at least two of them. */
export function meanSquares(seeds: readonly AnswerSet[]): MeanSquares {
  const {pictures} = seeds[0]!;
  const count = seeds.length;
  const right = seeds.map(answers => countCommon(answers, answers));
  const total = right.reduce((sum, of) => sum + of, 0);
  const squaredCounts = sumCommon(seeds, seeds);
  const square = total * total / (pictures * count);
  const betweenPictures = (squaredCounts / count) - square;
  const betweenSeeds = (right.reduce((sum, of) => sum + (of ** 2), 0) / pictures) - square;
  // The square of an answer is the answer.
  const rest = total - square - betweenPictures - betweenSeeds;
  return {
    pictures,
    seeds: count,
    mean: total / (pictures * count),
    accuracies: right.map(of => of / pictures),
    squaredCounts,
    ofPictures: betweenPictures / (pictures - 1),
    ofSeeds: count === 1 ? 0 : betweenSeeds / (count - 1),
    ofRest: count === 1 ? 0 : rest / ((pictures - 1) * (count - 1)),
  };
}
