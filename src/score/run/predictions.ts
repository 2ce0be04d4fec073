/** What a network said of the validation pictures. */
export type Predictions = {
  /** `[pictures, classes]`, row-major: each row sums to 1. */
  readonly probabilities: Float32Array;
  /** The class of each picture, counted from 0. */
  readonly truth: readonly number[];
  readonly classes: number;
};

/** The likeliest class of a picture, the first of several, and its probability. */
export function predictedClass({probabilities, classes}: Predictions, picture: number): {readonly index: number; readonly probability: number} {
  const start = picture * classes;
  let best = 0;
  // A report asks this of millions of answers, for which `Math.max` over a list takes far longer.
  for (let index = 1; index < classes; index++) {
    if (probabilities[start + index]! > probabilities[start + best]!) {
      best = index;
    }
  }

  return {index: best, probability: probabilities[start + best]!};
}
