import type {PublishedHistory} from '../../domain/published-history.js';
import {fitsSize, roundingOf} from './fits-size.js';
import {picturesScored} from './pictures-scored.js';

/** What a published history says, read without choosing what is best in it. Accuracies are those of validation, 0 to 1. */
export type HistoryReading = {
  readonly epochs: number;
  readonly last: PublishedFigure;
  /** Optimistic: the highest of all epochs, the first of several. */
  readonly best: PublishedFigure;
  /** Of the last 20 epochs, or of all where there are fewer. */
  readonly meanOfLast: number;
  /** How many pictures epochs were scored on, the most first; undefined where the figures do not tell. See `picturesScored`. */
  readonly restsOn: readonly ScoredOn[] | undefined;
};

export type PublishedFigure = {
  readonly epoch: number;
  readonly accuracy: number;
  /** The figure as a count, 31 of 32: of the most pictures of `restsOn` that it can be a share of. */
  readonly count: {readonly right: number; readonly pictures: number} | undefined;
};

/** So many epochs whose figures are shares of so many pictures. One that is a share of either counts for the more pictures. */
export type ScoredOn = {
  readonly pictures: number;
  readonly epochs: number;
};

const lastEpochs = 20;

/** Reads a history: where it ended, what was best in it, what it came to, and on how many pictures that rests. */
export function historyReading({epochs, accuracyDigits}: PublishedHistory): HistoryReading {
  const accuracies = epochs.map(({valAccuracy}) => valAccuracy);
  const rounding = roundingOf(accuracyDigits);
  const sizes = picturesScored(accuracies, rounding);
  const figure = (index: number) => figureOf(epochs[index]!, sizes, rounding);
  const last = accuracies.slice(-lastEpochs);
  return {
    epochs: epochs.length,
    last: figure(epochs.length - 1),
    best: figure(accuracies.indexOf(accuracies.reduce((most, one) => Math.max(most, one)))),
    meanOfLast: last.reduce((sum, one) => sum + one, 0) / last.length,
    restsOn: sizes && countEpochs(accuracies, sizes, rounding),
  };
}

function figureOf(
  {epoch, valAccuracy}: PublishedHistory['epochs'][number],
  sizes: readonly number[] | undefined,
  rounding: number,
): PublishedFigure {
  const pictures = sizes && sizeOf(valAccuracy, sizes, rounding);
  return {epoch, accuracy: valAccuracy, count: pictures === undefined ? undefined : {right: Math.round(valAccuracy * pictures), pictures}};
}

function countEpochs(accuracies: readonly number[], sizes: readonly number[], rounding: number): ScoredOn[] {
  const of = accuracies.map(accuracy => sizeOf(accuracy, sizes, rounding));
  return sizes.map(pictures => ({pictures, epochs: of.filter(size => size === pictures).length}));
}

// The sizes explain every figure, so that there is one.
function sizeOf(accuracy: number, sizes: readonly number[], rounding: number): number {
  return sizes.find(size => fitsSize(accuracy, size, rounding))!;
}
