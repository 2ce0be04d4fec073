import type {KnownClass, Prediction} from '../../domain/prediction.js';

export type Candidate = {readonly class: KnownClass; readonly index: number; readonly probability: number};

/** A photo's most probable classes, of equal ones the first, as numpy's argmax has it. */
export function candidatesOf({probabilities}: Prediction, classes: readonly KnownClass[], most: number): Candidate[] {
  return classes
    .map((each, index) => ({class: each, index, probability: probabilities[index]!}))
    .toSorted((left, right) => right.probability - left.probability)
    .slice(0, most);
}
