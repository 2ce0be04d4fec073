import tf from '../../src/engine/tfjs.js';
import {logitsOf} from '../../src/training/logits-of.js';
import {trainStep} from '../../src/training/train-step.js';
import type {TrainingStep} from '../task.js';
import {photoBatches} from './photo-batches.js';
import {startTraining} from './start-training.js';
import type {Turn} from './turn.js';

const warmUpSteps = 2;

/** Steps as training takes them, on the same batch, each until its loss is known. */
export async function trainingStep({photos, config, classes, steps}: TrainingStep): Promise<Turn> {
  const {model, optimizer} = await startTraining(config, classes);
  const logits = logitsOf(model);
  const loss = {labelSmoothing: config.loss.label_smoothing};
  const batches = await photoBatches(photos, classes, config.batch_size);
  const takeSteps = (count: number) => {
    for (let step = 0; step < count; step++) {
      for (const batch of batches()) {
        const outcome = trainStep({logits, optimizer, loss}, batch);
        outcome.loss.dataSync();
        tf.dispose([outcome.loss, outcome.right, batch.pictures, batch.labels]);
      }
    }
  };

  takeSteps(warmUpSteps);
  return async () => {
    const start = performance.now();
    takeSteps(steps);
    return [(performance.now() - start) / 1000 / steps];
  };
}
