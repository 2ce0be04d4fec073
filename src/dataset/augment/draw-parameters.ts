import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import type {Random} from '../../engine/random.js';
import type {TransformParameters} from './affine-map.js';

/**
Draws one picture's transformation with the ranges and in the order of ImageDataGenerator's `get_random_transform`
(Keras 2.15). Shift ranges are shares of height and width, as they are in Keras below 1. What is switched off takes
no draw.
*/
export function drawParameters(
  augment: ExperimentConfig['augment'],
  height: number,
  width: number,
  random: Random,
): TransformParameters {
  // An object's values are evaluated in the order they stand in: this order is that of the draws.
  return {
    theta: around(0, augment.rotation_range, random),
    tx: around(0, augment.height_shift_range, random) * height,
    ty: around(0, augment.width_shift_range, random) * width,
    shear: around(0, augment.shear_range, random),
    zx: around(1, augment.zoom_range, random),
    zy: around(1, augment.zoom_range, random),
    flipHorizontal: augment.horizontal_flip && random.boolean(0.5),
    flipVertical: augment.vertical_flip && random.boolean(0.5),
  };
}

function around(center: number, range: number, random: Random): number {
  return range === 0 ? center : random.uniform(center - range, center + range);
}
