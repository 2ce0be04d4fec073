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
  const row = probabilities.subarray(picture * classes, (picture + 1) * classes);
  const probability = Math.max(...row);
  return {index: row.indexOf(probability), probability};
}
