import {predictedClass, type Predictions} from './predictions.js';

/** How many pictures of each class were taken for which, summed over networks: a list for each class, of counts by the class that was said. */
export function confusionMatrix(all: readonly Predictions[]): number[][] {
  const classes = all[0]?.classes ?? 0;
  const counts = Array.from({length: classes}, () => Array.from({length: classes}, () => 0));
  for (const predictions of all) {
    for (const [picture, actual] of predictions.truth.entries()) {
      counts[actual]![predictedClass(predictions, picture).index]!++;
    }
  }

  return counts;
}
