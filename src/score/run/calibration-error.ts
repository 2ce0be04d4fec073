import type {Predictions} from './predictions.js';
import {reliabilityBins, type ReliabilityBin} from './reliability-bins.js';

/** How far stated probabilities are from what happens, 0 to 1. */
export type CalibrationError = {
  /** Mean over pictures of |accuracy - mean probability| of their bin. */
  readonly error: number;
  /** What `error` would be about if every probability were right: with few pictures bins are off by chance, and this is what is left of that. */
  readonly byChance: number;
};

/**
Expected calibration error of the predicted class, in 15 bins of equal width over its probability, the upper edge included (Guo et al., "On
calibration of modern neural networks", 2017): the field's binning, so that figures compare. It is above 0 by chance alone; `byChance` says by
how much, from the mean deviation √(2/π)·σ of a normal sum of answers with these probabilities.
*/
export function calibrationError(predictions: Predictions): CalibrationError {
  const bins = reliabilityBins([predictions]);
  const sum = (of: (bin: ReliabilityBin) => number) => bins.reduce((total, bin) => total + of(bin), 0) / predictions.truth.length;
  return {
    error: sum(({right, stated}) => Math.abs(right - stated)),
    byChance: sum(({variance}) => Math.sqrt(2 * variance / Math.PI)),
  };
}
