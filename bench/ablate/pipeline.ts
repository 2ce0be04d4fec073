import {mkdtemp, rm} from 'node:fs/promises';
import path from 'node:path';
import tf from '../../src/engine/tfjs.js';
import type {RunOrder} from '../../src/protocol/messages.js';
import type {TrainingData} from '../../src/training/training-data.js';
import {prepareData} from '../../src/worker/prepare-data.js';
import type {Pipeline} from '../task.js';
import type {Turn} from './turn.js';

/** An epoch's batches as training gets them, of photos that were decoded before, or of ones that no cache knows yet. */
export async function pipeline({order, isCold}: Pipeline): Promise<Turn> {
  const warm = await prepareData(order, () => undefined);
  let epoch = 1;
  await takeBatches(warm, epoch);
  return async () => {
    const start = performance.now();
    await (isCold ? takeColdBatches(order) : takeBatches(warm, ++epoch));
    return [order.split.training.length / (performance.now() - start) * 1000];
  };
}

async function takeColdBatches(order: RunOrder): Promise<void> {
  const cache = await mkdtemp(path.join(order.folder, 'cold-'));
  await takeBatches(await prepareData({...order, cache}, () => undefined), 1);
  await rm(cache, {recursive: true});
}

async function takeBatches({training}: TrainingData, epoch: number): Promise<void> {
  for (const batch of training.batches(epoch)) {
    tf.dispose([batch.pictures, batch.labels]);
  }
}
