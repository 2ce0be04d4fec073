import process from 'node:process';
import type {RunOrder} from '../../src/protocol/messages.js';
import type {TrainingData} from '../../src/training/training-data.js';
import {prepareData} from '../../src/worker/prepare-data.js';
import type {PeakMemory} from '../task.js';
import {epochTrainer} from './epoch-trainer.js';
import type {Turn} from './turn.js';

/** The beginning of a run: all photos, a few steps, and a batch of the validation. */
export async function peakMemory({order, steps}: PeakMemory): Promise<Turn> {
  return async () => {
    await trainBriefly(order, steps);
    // Kilobytes on every system.
    return [process.resourceUsage().maxRSS / 1024];
  };
}

async function trainBriefly(order: RunOrder, steps: number): Promise<void> {
  const {experiment: {config}, split: {classes: {length: classes}}} = order;
  const data = beginningOf(await prepareData(order, () => undefined), config.batch_size, steps);
  await epochTrainer({config, classes, data})(1, () => undefined);
}

function beginningOf({training, validation}: TrainingData, batchSize: number, steps: number): TrainingData {
  return {
    training: {count: steps * batchSize, steps, batches: epoch => first(steps, training.batches(epoch))},
    validation: {count: batchSize, steps: 1, batches: () => first(1, validation.batches())},
  };
}

function * first<Item>(count: number, items: Iterable<Item>): Generator<Item, void> {
  let taken = 0;
  for (const item of items) {
    yield item;
    taken += 1;
    if (taken === count) {
      return;
    }
  }
}
