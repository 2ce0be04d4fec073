import {predictedClass, type Predictions} from './predictions.js';

/** The pictures whose predicted class was given about the same probability; sums over them. */
export type ReliabilityBin = {
  readonly pictures: number;
  readonly right: number;
  readonly stated: number;
  /** Of the number that is right, if every probability were. */
  readonly variance: number;
};

const binCount = 15;

/** Pictures in 15 bins of equal width over the predicted class's probability, the upper edge included, summed over networks (Guo et al., 2017). */
export function reliabilityBins(all: readonly Predictions[]): readonly ReliabilityBin[] {
  const bins = Array.from({length: binCount}, () => ({pictures: 0, right: 0, stated: 0, variance: 0}));
  for (const predictions of all) {
    for (const [picture, actual] of predictions.truth.entries()) {
      const {index, probability} = predictedClass(predictions, picture);
      const bin = bins[Math.min(binCount, Math.max(1, Math.ceil(probability * binCount))) - 1]!;
      bin.pictures++;
      bin.right += index === actual ? 1 : 0;
      bin.stated += probability;
      bin.variance += probability * Math.max(0, 1 - probability);
    }
  }

  return bins;
}
