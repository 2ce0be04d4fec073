import {existsSync} from 'node:fs';
import {digestPictures} from '../dataset/digest-pictures.js';
import {ensureWhole} from '../dataset/ensure-whole.js';
import {findDataset} from '../dataset/find-dataset.js';
import {splitDataset} from '../dataset/split-dataset.js';
import type {Split} from '../domain/dataset.js';
import type {Device} from '../domain/device.js';
import type {Experiment} from '../domain/experiment.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {PlannedRun} from '../domain/planned-run.js';
import {planRuns, type KnownResults, type RowToPlan} from '../plan/plan-runs.js';
import {RunFolder} from '../protocol/run-folder.js';
import {heldRuns} from '../queue/held-runs.js';
import {inferShapes} from '../spec/infer-shapes.js';
import type {Store} from '../store/open-store.js';
import {BackboneWorks} from './backbone-works.js';
import {findRowWeights, type WantedWeights} from './find-row-weights.js';
import type {Places} from './places.js';
import {readValidRows} from './read-valid-rows.js';

/** What is to be planned, and with what. */
export type SweepToPlan = {
  readonly paths: readonly string[];
  /** Each `key=value`. */
  readonly overrides: readonly string[];
  readonly slots: readonly Device[];
};

/** The runs, and the weights without which some of them cannot be trained, nor known for done. */
export type PlannedSweep = {
  readonly runs: readonly PlannedRun[];
  readonly missing: readonly WantedWeights[];
};

/** From files to runs: reads and checks the rows, finds and digests their photos and weights, and asks the store what is done. */
export async function planSweep(
  {paths, overrides, slots}: SweepToPlan,
  places: Places,
  store: Store | undefined,
): Promise<PlannedSweep> {
  const valid = await readValidRows(paths, overrides, places);
  return planExperiments(valid.map(({experiment}) => experiment), slots, places, store);
}

/** The same of rows that are known. */
export async function planExperiments(
  experiments: readonly Experiment[],
  slots: readonly Device[],
  places: Places,
  store: Store | undefined,
): Promise<PlannedSweep> {
  const {found, missing} = await findRowWeights(experiments, places);
  const split = await splitRows(experiments, places);
  const works = await BackboneWorks.open(places, slots[0]!);
  const rows: RowToPlan[] = [];
  for (const row of split) {
    const whole = {...row, weights: found.get(row.experiment)};
    rows.push({...whole, backbone: await works.of(whole)});
  }

  const runs = planRuns(rows, {
    runs: store ? storedRuns(store, places.runs) : () => new Map(),
    finishedNames: store?.finishedNames() ?? new Set(),
    measured: store?.measuredEpochs() ?? [],
    devices: slots,
  });
  return {runs, missing};
}

// Rows of one sweep mostly share their photos, so each split is made once.
async function splitRows(experiments: readonly Experiment[], places: Places): Promise<RowToPlan[]> {
  const splits = new Map<string, Promise<Split>>();
  return Promise.all(experiments.map(async experiment => {
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

/** Of what a training step goes through: a frozen backbone's are told apart. */
function multiplicationsOf({model, image_size: size}: ExperimentConfig, classes: number): number {
  const shapes = inferShapes(model, size, classes);
  const trained = model.backbone?.trainable === false ? shapes.slice(1) : shapes;
  return trained.reduce((sum, {multiplications}) => sum + multiplications, 0);
}

function storedRuns(store: Store, runsFolder: string): KnownResults['runs'] {
  const held = heldRuns(runsFolder);
  return fingerprints => new Map([...store.findRuns(fingerprints)].map(([fingerprint, {runId, status, epochs}]) => {
    const now = status === 'running' && !held.has(runId) ? 'interrupted' : status;
    const goesOn = now === 'interrupted' && existsSync(new RunFolder(runsFolder, runId).checkpoints);
    return [fingerprint, {runId, status: now, epochs: goesOn ? epochs : 0}];
  }));
}
