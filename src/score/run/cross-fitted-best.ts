import type {AnswerSet} from '../answers/answer-set.js';
import {countCommon} from '../answers/count-common.js';

/**
Accuracy of the best epoch, chosen on one half of the pictures and scored on the other, both ways, so that each picture is scored once;
the mean over the halvings (cross-fitting: Chernozhukov et al., "Double/debiased machine learning", 2018). Of epochs as good on a half the
first is chosen, as `bestEpoch` does. It is the expected accuracy of an epoch that half as many pictures chose. 500 epochs, 251 pictures
and 200 halvings take some 5 million operations.
*/
export function crossFittedBest(epochs: readonly AnswerSet[], halvings: readonly AnswerSet[]): number {
  const right = epochs.map(answers => countCommon(answers, answers));
  const sum = halvings.reduce((total, half) => total + scoredOnOtherHalf(epochs, right, half), 0);
  return sum / (halvings.length * epochs[0]!.pictures);
}

/** How many pictures are right, each by the epoch that the half without it chose. */
function scoredOnOtherHalf(epochs: readonly AnswerSet[], right: readonly number[], half: AnswerSet): number {
  const within = epochs.map(answers => countCommon(answers, half));
  const without = right.map((of, epoch) => of - within[epoch]!);
  return without[firstOfMost(within)]! + within[firstOfMost(without)]!;
}

function firstOfMost(counts: readonly number[]): number {
  return counts.indexOf(Math.max(...counts));
}
