import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';

/** Whether any of the changes is switched on. */
export function isAugmenting(augment: ExperimentConfig['augment']): boolean {
  const {fill_mode: _mode, cval: _cval, ...changes} = augment;
  return Object.values(changes).some(Boolean);
}
