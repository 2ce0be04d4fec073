import {evaluate} from '../../src/training/evaluate.js';
import {logitsOf} from '../../src/training/logits-of.js';
import type {Evaluation} from '../task.js';
import {photoBatches} from './photo-batches.js';
import {startTraining} from './start-training.js';
import type {Turn} from './turn.js';

/** The look at the validation pictures that follows each epoch. */
export async function evaluation({photos, config, classes}: Evaluation): Promise<Turn> {
  const {model} = await startTraining(config, classes);
  const logits = logitsOf(model);
  const {labels: {length: count}} = photos;
  const steps = Math.ceil(count / config.batch_size);
  const data = {count, steps, batches: await photoBatches(photos, classes, config.batch_size)};
  const turn = async () => {
    const start = performance.now();
    await evaluate({logits, data, classes, labelSmoothing: config.loss.label_smoothing});
    return [(performance.now() - start) / 1000 / steps];
  };

  await turn();
  return turn;
}
