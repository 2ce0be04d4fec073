import type {DigestedPicture} from '../../domain/dataset.js';
import type {Predictions} from '../../score/run/predictions.js';
import type {ScoredRun} from './scored-runs.js';

/** What runs on the same pictures said after their last epochs; of each whose probabilities were stored. */
export function predictionsOf(runs: readonly ScoredRun[], validation: readonly DigestedPicture[]): Predictions[] {
  const truth = validation.map(({classIndex}) => classIndex);
  return runs.flatMap(({run, last: {probabilities}}) => probabilities ? [{probabilities, truth, classes: run.split.classes.length}] : []);
}
