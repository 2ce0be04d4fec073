import type {ClassDetail} from '../../report/show/detail.js';
import {confusionMatrix} from '../../score/run/confusion-matrix.js';
import type {Predictions} from '../../score/run/predictions.js';

/** Each class with its recall, and what its pictures were taken for, summed over networks: at least one. */
export function classesOf(names: readonly string[], predictions: readonly Predictions[], recall: ReadonlyArray<number | null> | null): ClassDetail[] {
  const counts = confusionMatrix(predictions);
  const {truth} = predictions[0]!;
  return names.map((name, index) => ({
    name,
    pictures: truth.filter(actual => actual === index).length,
    recall: recall?.[index] ?? null,
    taken_for: counts[index]!,
  }));
}
