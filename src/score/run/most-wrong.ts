import {predictedClass, type Predictions} from './predictions.js';

/** A picture that was taken for another class. */
export type WrongPicture = {
  /** Its place among the validation pictures. */
  readonly picture: number;
  readonly truth: number;
  readonly said: number;
  /** Of what was said, and of what is right. */
  readonly probability: number;
  readonly ofTruth: number;
};

/** The pictures that are wrong, the surest first. */
export function mostWrong(predictions: Predictions): WrongPicture[] {
  const {truth, probabilities, classes} = predictions;
  return truth
    .map((actual, picture) => {
      const {index, probability} = predictedClass(predictions, picture);
      return {picture, truth: actual, said: index, probability, ofTruth: probabilities[(picture * classes) + actual]!};
    })
    .filter(each => each.said !== each.truth)
    .toSorted((left, right) => right.probability - left.probability);
}
