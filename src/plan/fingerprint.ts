import {hash} from 'node:crypto';
import type {Split} from '../domain/dataset.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import type {WeightsFile} from '../domain/weights.js';
import {canonicalJson} from './canonical-json.js';

// Counts up whenever the same file, pictures and seed would train differently than before, so that old results
// become stale instead of standing beside new ones as equals.
const trainingSemantics = 2;

/** SHA-256 over everything that a run's result depends on but the machine: meaning, pictures and their split, weights, seed. */
export function fingerprint(config: ExperimentConfig, split: Pick<Split, 'id'>, seed: number, weights?: WeightsFile): string {
  return fingerprinter(config, split, weights)(seed);
}

/** The same of every version of what training means, the newest first: the run of one of them was trained with just these weights. */
export function fingerprintsOfAllVersions(config: ExperimentConfig, split: Pick<Split, 'id'>, seed: number, weights?: WeightsFile): string[] {
  const versions = Array.from({length: trainingSemantics}, (_, index) => trainingSemantics - index);
  return versions.map(version => fingerprinter(config, split, weights, version)(seed));
}

/** The same for many seeds of one row: what they share is written out once. */
export function fingerprinter(
  config: ExperimentConfig,
  split: Pick<Split, 'id'>,
  weights?: WeightsFile,
  version = trainingSemantics,
): (seed: number) => string {
  // The split's id stands for the data set, and each layer holds its own rate of dropout. Resources change no result.
  const {dataset, split: splitRule, seeds, dropout, resources, ...meaning} = config;
  // Canonical JSON of one map, whose keys come in this order.
  const before = `{"meaning":${canonicalJson({...meaning, model: weights ? withoutReference(meaning.model) : meaning.model})},"seed":`;
  // Weights are left away where there are none: rows without a backbone keep the fingerprints that they had.
  const after = canonicalJson({split: split.id, trainingSemantics: version, weights: weights?.sha256}).replace('{', ',');
  return seed => hash('sha256', before + canonicalJson(seed) + after);
}

// The bytes stand for the weights, wherever they lie and however the file calls them.
function withoutReference({backbone, ...model}: ExperimentConfig['model']): object {
  return {...model, backbone: {...backbone, weights: undefined}};
}
