import type {ExperimentConfig} from '../src/domain/generated/experiment-config.js';

/** A row's `augment` where it asks for nothing. */
export const noAugment: ExperimentConfig['augment'] = {
  horizontal_flip: false,
  vertical_flip: false,
  rotation_range: 0,
  width_shift_range: 0,
  height_shift_range: 0,
  shear_range: 0,
  zoom_range: 0,
  channel_shift_range: 0,
  perspective_range: 0,
  cutout: 0,
  fill_mode: 'nearest',
  cval: 0,
};
