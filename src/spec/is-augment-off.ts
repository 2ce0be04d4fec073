import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {applyDefaults} from './apply-defaults.js';
import {experimentSchema} from './schema.js';

const off = written(applyDefaults({}, experimentSchema.properties?.augment) as ExperimentConfig['augment']);

/** Whether training photos stay as they are. What would fill their edges does not matter then. */
export function isAugmentOff(augment: ExperimentConfig['augment']): boolean {
  return written(augment) === off;
}

function written(augment: ExperimentConfig['augment']): string {
  return JSON.stringify({...augment, fill_mode: '', cval: 0});
}
