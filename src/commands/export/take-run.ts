import path from 'node:path';
import type {StoredSplit} from '../../domain/dataset.js';
import type {WeightsFile} from '../../domain/weights.js';
import {errors, reason} from '../../errors.js';
import {lookForWeights} from '../../model/weights/find-weights.js';
import {fingerprint} from '../../plan/fingerprint.js';
import {readRunFacts, readSplit, type RunFacts} from '../../protocol/run-facts.js';
import {RunFolder} from '../../protocol/run-folder.js';
import {readFrozen} from '../../takeaway/read-frozen.js';
import {readSaved} from '../../takeaway/read-saved.js';
import {takeNetwork} from '../../takeaway/take-network.js';
import type {TakenNetwork, TakenWeight} from '../../takeaway/taken-network.js';
import type {Places} from '../places.js';

/** A run's network as it was after its last epoch, or after its best one. */
export type TakenRun = {
  readonly network: TakenNetwork;
  readonly facts: RunFacts;
  readonly split: StoredSplit;
};

/** Reads a run's network from its folder, and a frozen backbone's weights from where they lie. Throws a UserError where any is missing. */
export async function takeRun(runId: string, of: 'last' | 'best', places: Places): Promise<TakenRun> {
  const {facts, split} = readFacts(runId, places);
  const {config} = facts.experiment;
  const saved = await readModel(runId, path.join(new RunFolder(places.runs, runId)[of], 'model.json'));
  const {backbone} = config.model;
  const frozen = backbone?.trainable === false ? await readBackbone({facts, split}, places) : undefined;
  const network = takeNetwork({config, classes: split.classes.length, saved, pretrained: backbone?.weights !== 'none', ...frozen && {frozen}});
  return {network, facts, split};
}

/** What a run is and what it was split into, from its folder. */
export function readFacts(runId: string, {runs}: Places): Omit<TakenRun, 'network'> {
  const folder = new RunFolder(runs, runId);
  const facts = readRunFacts(folder);
  const split = facts && readSplit(folder, facts.splitId);
  if (!facts || !split) {
    throw errors.cannotTakeAway(runId, 'its folder does not say any more what it was');
  }

  return {facts, split};
}

async function readModel(runId: string, file: string): Promise<Map<string, TakenWeight>> {
  try {
    return await readSaved(file);
  } catch (error) {
    throw errors.cannotTakeAway(runId, `its model cannot be read (${reason(error)})`);
  }
}

/** No run saves what it did not train: the weights must still be those that it looked through. */
async function readBackbone({facts, split}: Omit<TakenRun, 'network'>, places: Places): Promise<Map<string, TakenWeight>> {
  const {runId, experiment: {config}, seed} = facts;
  const backbone = config.model.backbone!;
  if (backbone.weights === 'none') {
    throw errors.cannotTakeAway(runId, `the weights of its frozen ${backbone.name} were drawn, and are kept nowhere`);
  }

  const {weights, missing} = await lookForWeights(backbone, places);
  if (!weights) {
    throw errors.missingWeights([missing!]);
  }

  ensureSame(facts, fingerprint(config, split, seed, weights), weights);
  return readFrozen(backbone.name, weights);
}

function ensureSame({runId, fingerprint: trained}: RunFacts, now: string, {path: file}: WeightsFile): void {
  if (now !== trained) {
    throw errors.cannotTakeAway(runId, `its frozen backbone had other weights than those in ${file}, or another ablate trained it`);
  }
}
