import type {Change} from '../domain/experiment.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {diffConfigs} from './diff-configs.js';
import {isAugmentOff} from './is-augment-off.js';
import {resolveFeatures} from './resolve-features.js';

type Layer = ExperimentConfig['model']['layers'][number];

/** What differs between two resolved configurations of any two rows, as between a row's and its parent's: without what changes no result. */
export function diffResolved(from: ExperimentConfig, to: ExperimentConfig): Change[] {
  return diffConfigs(comparable(from), comparable(to));
}

// As `resolveConfig` has it, of what that made: one value for what is one decision. What is stored may be damaged, and is compared as it is.
function comparable(config: ExperimentConfig): Record<string, unknown> {
  const {seeds, resources, features, ...rest} = config;
  if (!isWhole(config)) {
    return {...rest, features};
  }

  const isOff = isAugmentOff(rest.augment);
  return {
    ...rest,
    ...!resolveFeatures(config, !isOff).isUsual && {features},
    augment: isOff ? 'none' : rest.augment,
    model: {...rest.model, layers: withoutRate(rest.model.layers, rest.dropout)},
  };
}

function isWhole({model}: {readonly model?: {readonly layers?: unknown} | null}): boolean {
  return Array.isArray(model?.layers) && model.layers.every(layer => typeof layer === 'object' && layer !== null);
}

/** The row's rate of dropout stands once, not in each of its layers. */
function withoutRate(layers: readonly Layer[], rate: number | undefined): unknown[] {
  return layers.map(layer => {
    if (typeof layer === 'object' && Array.isArray(layer.concatenate)) {
      return {...layer, concatenate: withoutRate(layer.concatenate, rate)};
    }

    return rate !== undefined && typeof layer === 'object' && layer?.dropout === rate ? {dropout: {}} : layer;
  });
}
