import type {RunDetails} from '../domain/run-details.js';
import type {WeightsFile} from '../domain/weights.js';
import {errors} from '../errors.js';
import {lookForWeights} from '../model/weights/find-weights.js';
import {fingerprintsOfAllVersions} from '../plan/fingerprint.js';
import type {Store} from '../store/open-store.js';
import type {Places} from './places.js';

/**
The very weights that a run's frozen backbone began from, for the model that it saved begins behind it; undefined where it has none, or they were
drawn. Throws a UserError where they are not here, or others are in their place.
*/
export async function frozenWeightsOf(run: RunDetails, store: Store, places: Places): Promise<WeightsFile | undefined> {
  const {run_id: runId, seed, split, row: {name, file, config}} = run;
  const {backbone} = config.model;
  if (backbone?.trainable !== false) {
    return undefined;
  }

  const {weights, missing} = await lookForWeights(backbone, places);
  if (missing) {
    throw errors.missingWeights([{...missing, rows: [`${name} (${file})`]}]);
  }

  const prints = fingerprintsOfAllVersions(config, {id: split.split_id}, seed, weights);
  if (weights && ![...store.findRuns(prints).values()].some(found => found.runId === runId)) {
    throw errors.otherWeights(runId, weights.path);
  }

  return weights;
}
