import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {applyDefaults} from './apply-defaults.js';
import {fileKeys} from './file-keys.js';
import {isAugmentOff} from './is-augment-off.js';
import {plainValue, without} from './located.js';
import {checkDropout} from './check-dropout.js';
import {writeLayers, type WrittenLayer} from './write-layers.js';
import type {SpecProblem} from './problem.js';
import {remembered} from './remembered.js';
import {resolveFeatures} from './resolve-features.js';
import type {LocatedMap} from './source.js';
import {foreignSplitKeys} from './split-keys.js';

/** What a valid tree means, and the same in the form in which rows are compared. */
export type ResolvedConfig = {
  readonly config: ExperimentConfig;
  /** One value for what is one decision: the rate of many `dropout` layers, no augmentation at all; without what changes no result. */
  readonly comparable: Record<string, unknown>;
  readonly problems: readonly SpecProblem[];
};

/** Fills in defaults and writes every layer out. `tree` must be valid. */
export function resolveConfig(tree: LocatedMap): ResolvedConfig {
  const plain = plainValue(without(tree, fileKeys)) as Record<string, unknown>;
  const {features: written, ...whole} = applyDefaults(withoutNone(plain)) as ExperimentConfig;
  const filled = {...whole, split: ofMethod(whole.split)};
  const problems = checkDropout(filled.model.layers, filled.dropout, tree);
  const config = {...filled, model: {...filled.model, layers: layersWith(filled.model.layers, filled.dropout ?? 0)}};
  const {features, isUsual} = resolveFeatures({...config, features: written}, !isAugmentOff(filled.augment));
  const {seeds, resources, ...comparable} = filled;
  return {
    config: {...config, ...features && {features}},
    comparable: {
      ...comparable,
      ...!isUsual && {features},
      augment: isAugmentOff(filled.augment) ? 'none' : filled.augment,
      model: {...filled.model, layers: layersWith(filled.model.layers, undefined)},
    },
    problems,
  };
}

function withoutNone({augment, ...rest}: Record<string, unknown>): Record<string, unknown> {
  return augment === 'none' ? rest : {augment, ...rest};
}

// What its method does not read has a default all the same.
function ofMethod(split: ExperimentConfig['split']): ExperimentConfig['split'] {
  const foreign = foreignSplitKeys(split.method);
  return Object.fromEntries(Object.entries(split).filter(([key]) => !foreign.includes(key))) as ExperimentConfig['split'];
}

const layerSchema = {$ref: '#/definitions/layer'};

type Layers = ExperimentConfig['model']['layers'];

/** With every option, and a rate for each bare `dropout`; without, it stays bare: its rate is the row's, and is compared once. */
const layersWith = remembered((layers: readonly WrittenLayer[], dropout: number | undefined): Layers =>
  writeLayers(layers, dropout).map(layer => applyDefaults(layer, layerSchema)) as Layers);
