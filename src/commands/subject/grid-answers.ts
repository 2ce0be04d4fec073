import type {GridAnswer} from '../../report/page/report-data.js';
import {meanPredictions} from '../../score/run/mean-predictions.js';
import {predictedClass} from '../../score/run/predictions.js';
import type {GatheredSubject} from './gather-subject.js';

/** What the mean of a subject's runs says of chosen validation pictures; nothing where no probabilities are stored. */
export function gridAnswers({predictions, report: {split}}: GatheredSubject, chosen: readonly number[]): GridAnswer[] {
  if (predictions.length === 0) {
    return [];
  }

  const mean = meanPredictions(predictions);
  return chosen.map(place => {
    const {index, probability} = predictedClass(mean, place);
    return {said: split.classes[index]!, probability};
  });
}
