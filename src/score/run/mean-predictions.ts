import type {Predictions} from './predictions.js';

/** What several networks said of the same pictures on average: the mean of their probabilities. */
export function meanPredictions(all: readonly Predictions[]): Predictions {
  const [first, ...rest] = all as readonly [Predictions, ...Predictions[]];
  if (rest.length === 0) {
    return first;
  }

  const probabilities = first.probabilities.map((value, place) => rest.reduce((sum, each) => sum + each.probabilities[place]!, value) / all.length);
  return {...first, probabilities};
}
