import path from 'node:path';
import type {RunDetails} from '../../domain/run-details.js';
import {errors, reason} from '../../errors.js';
import {RunFolder} from '../../protocol/run-folder.js';
import type {Store} from '../../store/open-store.js';
import {readFrozen} from '../../takeaway/read-frozen.js';
import {readSaved} from '../../takeaway/read-saved.js';
import {takeNetwork} from '../../takeaway/take-network.js';
import type {TakenNetwork, TakenWeight} from '../../takeaway/taken-network.js';
import {frozenWeightsOf} from '../frozen-weights-of.js';
import type {Places} from '../places.js';

/** Where a run's network is, and of which epoch it is to be. */
export type Taking = {readonly of: 'last' | 'best'; readonly store: Store; readonly places: Places};

/** A run's network from its folder, a frozen backbone's weights from where they lie. Throws a UserError where any is missing, or not the run's. */
export async function takeRun(run: RunDetails, {of, store, places}: Taking): Promise<TakenNetwork> {
  const {row: {config}, split: {classes}} = run;
  const saved = await readModel(run, of, places);
  const frozen = await readBackbone(run, store, places);
  return takeNetwork({config, classes: classes.length, saved, pretrained: config.model.backbone?.weights !== 'none', ...frozen && {frozen}});
}

async function readModel({run_id: runId, status, artifacts}: RunDetails, of: 'last' | 'best', {runs}: Places): Promise<Map<string, TakenWeight>> {
  if (status !== 'done') {
    throw errors.notTrained(runId, status);
  }

  const told = artifacts.find(({kind}) => kind === `model-${of}`);
  if (!told) {
    throw errors.cannotTakeAway(runId, 'it told of no model that it saved');
  }

  try {
    return await readSaved(path.join(new RunFolder(runs, runId)[of], 'model.json'), told.sha256);
  } catch (error) {
    throw errors.cannotTakeAway(runId, `its model cannot be read (${reason(error)})`);
  }
}

async function readBackbone(run: RunDetails, store: Store, places: Places): Promise<Map<string, TakenWeight> | undefined> {
  const {run_id: runId, row: {config: {model: {backbone}}}} = run;
  if (backbone?.trainable !== false) {
    return undefined;
  }

  const weights = await frozenWeightsOf(run, store, places);
  if (!weights) {
    throw errors.cannotTakeAway(runId, `the weights of its frozen ${backbone.name} were drawn, and are kept nowhere`);
  }

  return readFrozen(backbone.name, weights);
}
