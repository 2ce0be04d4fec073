import {predictedClass, type Predictions} from './predictions.js';

/** Scores that count every class alike, however many pictures it has. All are 0 to 1. */
export type ClassScores = {
  /** The share of each class's pictures that are right; null for a class without pictures. */
  readonly recall: ReadonlyArray<number | null>;
  /** Mean recall (Brodersen et al., "The balanced accuracy and its posterior distribution", 2010), over the classes with pictures. */
  readonly balancedAccuracy: number;
  /**
  Mean over the classes of F1 = 2·hits / (pictures + predicted) (van Rijsbergen, "Information Retrieval", 1979; averaged as Sokolova and Lapalme,
  2009, do), over the classes that have pictures or were predicted.
  */
  readonly macroF1: number;
};

/** Recall of each class, balanced accuracy and macro F1, as scikit-learn computes them. */
export function classScores(predictions: Predictions): ClassScores {
  const {pictures, predicted, hits} = countByClass(predictions);
  const recall = pictures.map((count, index) => count === 0 ? null : hits[index]! / count);
  const f1 = pictures
    .map((count, index) => ({hits: hits[index]!, all: count + predicted[index]!}))
    .filter(({all}) => all > 0)
    .map(one => 2 * one.hits / one.all);
  return {recall, balancedAccuracy: mean(recall.filter(value => value !== null)), macroF1: mean(f1)};
}

function countByClass(predictions: Predictions) {
  const {truth, classes} = predictions;
  const [pictures, predicted, hits] = [0, 0, 0].map(zero => Array.from({length: classes}, () => zero)) as [number[], number[], number[]];
  for (const [picture, actual] of truth.entries()) {
    const {index} = predictedClass(predictions, picture);
    pictures[actual]!++;
    predicted[index]!++;
    hits[actual]! += index === actual ? 1 : 0;
  }

  return {pictures, predicted, hits};
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
