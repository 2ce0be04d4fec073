import {digestPictures} from '../dataset/digest-pictures.js';
import {ensureWhole} from '../dataset/ensure-whole.js';
import {findDataset} from '../dataset/find-dataset.js';
import {splitDataset} from '../dataset/split-dataset.js';
import type {Split} from '../domain/dataset.js';
import type {Device} from '../domain/device.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {PlannedRun} from '../domain/planned-run.js';
import {fingerprintsOf, planRuns, type KnownResults, type RowToPlan} from '../plan/plan-runs.js';
import {inferShapes} from '../spec/infer-shapes.js';
import type {Row} from '../spec/read-experiments.js';
import type {Store} from '../store/open-store.js';
import {isAbandoned} from './is-abandoned.js';
import type {Places} from './places.js';
import {readValidRows} from './read-valid-rows.js';

/** What is to be planned, and with what. */
export type SweepToPlan = {
  readonly paths: readonly string[];
  /** Each `key=value`. */
  readonly overrides: readonly string[];
  readonly slots: readonly Device[];
};

/** From files to runs: reads and checks the rows, finds and digests their photos, and asks the store what is done. */
export async function planSweep(
  {paths, overrides, slots}: SweepToPlan,
  places: Places,
  store: Store | undefined,
): Promise<PlannedRun[]> {
  const rows = await splitRows(await readValidRows(paths, overrides, places), places);
  return planRuns(rows, {
    runs: store ? storedRuns(rows, store, places.runs) : new Map(),
    finishedNames: store?.finishedNames() ?? new Set(),
    measured: store?.measuredEpochs() ?? [],
    devices: slots,
  });
}

// Rows of one sweep mostly share their photos, so each split is made once.
async function splitRows(rows: readonly Row[], places: Places): Promise<RowToPlan[]> {
  const splits = new Map<string, Promise<Split>>();
  return Promise.all(rows.map(async ({experiment}) => {
    const {config} = experiment;
    const key = JSON.stringify([config.dataset, config.split]);
    const split = splits.get(key) ?? makeSplit(config, places);
    splits.set(key, split);
    const {classes} = await split;
    return {experiment, split: await split, multiplications: multiplicationsOf(config, classes.length)};
  }));
}

async function makeSplit({dataset: reference, split}: ExperimentConfig, places: Places): Promise<Split> {
  const dataset = await findDataset(reference, places);
  if (typeof reference === 'string') {
    ensureWhole(reference, dataset);
  }

  return splitDataset(dataset, await digestPictures(dataset, places.cache), split);
}

function multiplicationsOf(config: ExperimentConfig, classes: number): number {
  return inferShapes(config.model, config.image_size, classes).reduce((sum, {multiplications}) => sum + multiplications, 0);
}

function storedRuns(rows: readonly RowToPlan[], store: Store, runsFolder: string): KnownResults['runs'] {
  return new Map([...store.findRuns(fingerprintsOf(rows))].map(([fingerprint, {runId, status}]) =>
    [fingerprint, {runId, status: isAbandoned(status, runId, runsFolder) ? 'interrupted' : status}]));
}
