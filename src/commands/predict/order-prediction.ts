import os from 'node:os';
import process from 'node:process';
import type {Device, Engine} from '../../domain/device.js';
import type {RunDetails} from '../../domain/run-details.js';
import {engineEnvironment} from '../../engine/engine-environment.js';
import {provisionEngine} from '../../engine/provision-engine.js';
import {errors} from '../../errors.js';
import type {PredictOrder} from '../../protocol/predict-messages.js';
import {RunFolder} from '../../protocol/run-folder.js';
import type {Store} from '../../store/open-store.js';
import {chooseSlots} from '../choose-slots.js';
import {frozenWeightsOf} from '../frozen-weights-of.js';
import type {Places} from '../places.js';

/** What the process is told, the environment that it must be started in, and what to know of the answers. */
export type OrderedPrediction = {
  readonly order: PredictOrder;
  readonly environment: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
};

/** Everything that a run's network takes. Throws a UserError where its model, weights or TensorFlow cannot be had. */
export async function orderPrediction(
  {run, epoch, photos}: {readonly run: RunDetails; readonly epoch: 'last' | 'best'; readonly photos: readonly string[]},
  store: Store,
  places: Places,
): Promise<OrderedPrediction> {
  const {run_id: runId, seed, row: {config}, artifacts} = run;
  const folder = new RunFolder(places.runs, runId)[epoch];
  const saved = artifacts.find(({kind}) => kind === `model-${epoch}`);
  if (!saved) {
    throw errors.modelUnusable(folder, 'the run told of none');
  }

  const weights = await frozenWeightsOf(run, store, places);
  const engine = await provisionEngine({cache: places.cache, env: places.env, log: process.stderr});
  const [device] = chooseSlots(1, places);
  return {
    order: {
      runId,
      experiment: {config},
      seed,
      ...weights && {weights},
      model: {folder, sha256: saved.sha256},
      engine,
      photos,
    },
    environment: engineEnvironment(engine, device!, os.availableParallelism(), places.env),
    notes: engineNotes(run, engine, device!),
  };
}

/** That the answers may differ in their last digits from those of the run: another TensorFlow, or another kind of processor, rounds otherwise. */
function engineNotes({engine: trained, device: trainedOn}: RunDetails, engine: Engine, device: Device): string[] {
  const now = {engine: `tensorflow ${engine.version}`, device: device.kind === 'cpu' ? 'CPU' : device.name};
  const then = {engine: trained ?? now.engine, device: trainedOn?.startsWith('CPU') ? 'CPU' : trainedOn ?? now.device};
  return now.engine === then.engine && now.device === then.device
    ? []
    : [`Trained with ${then.engine} on ${then.device}, and answered with ${now.engine} on ${now.device}: probabilities may differ in their last digits.`];
}
