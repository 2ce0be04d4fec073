import type {DigestedPicture} from '../../domain/dataset.js';
import type {WrongDetail} from '../../report/show/detail.js';
import {meanPredictions} from '../../score/run/mean-predictions.js';
import {mostWrong} from '../../score/run/most-wrong.js';
import {predictedClass, type Predictions} from '../../score/run/predictions.js';

/** The pictures that the mean of networks has wrong, the surest first. */
export function wrongOf(names: readonly string[], predictions: readonly Predictions[], validation: readonly DigestedPicture[]): WrongDetail[] {
  if (predictions.length === 0) {
    return [];
  }

  return mostWrong(meanPredictions(predictions)).map(({picture, truth, said, probability, ofTruth}) => ({
    path: validation[picture]!.path,
    class: names[truth]!,
    said: names[said]!,
    probability,
    of_class: ofTruth,
    wrong: predictions.filter(each => predictedClass(each, picture).index !== truth).length,
  }));
}
