import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import type {Random} from '../../engine/random.js';
import {drawCrop} from './draw-crop.js';
import type {PictureChange, Point, Square} from './picture-change.js';

type Augment = ExperimentConfig['augment'];

/**
Draws what happens to one picture, with the ranges and in the order of ImageDataGenerator's `get_random_transform`
(Keras 2.15), then what Keras' generator does not have. What is switched off takes no draw.
*/
export function drawChange(augment: Augment, height: number, width: number, random: Random): PictureChange {
  // An object's values are evaluated in the order they stand in: this order is that of the draws.
  return {
    theta: around(0, augment.rotation_range, random),
    tx: drawShift(augment.height_shift_range, height, random),
    ty: drawShift(augment.width_shift_range, width, random),
    shear: around(0, augment.shear_range, random),
    zx: drawZoom(augment.zoom_range, random),
    zy: drawZoom(augment.zoom_range, random),
    flipHorizontal: augment.horizontal_flip && random.boolean(0.5),
    flipVertical: augment.vertical_flip && random.boolean(0.5),
    channelShift: around(0, augment.channel_shift_range, random),
    brightness: augment.brightness_range && random.uniform(...augment.brightness_range),
    crop: augment.random_crop && drawCrop(augment.random_crop, height, width, random),
    corners: augment.perspective_range === 0 ? undefined : drawCorners(augment.perspective_range, height, width, random),
    cutout: augment.cutout === 0 ? undefined : drawSquare(augment.cutout, height, width, random),
  };
}

function around(center: number, range: number, random: Random): number {
  return range === 0 ? center : random.uniform(center - range, center + range);
}

/** Pixels. Below 1 a share of the length; of a whole number n a whole number below n either way; of a list one value either way. */
function drawShift(range: Augment['width_shift_range'], length: number, random: Random): number {
  if (typeof range === 'number') {
    const isWhole = range >= 1 && Number.isInteger(range);
    return isWhole ? random.integer(range) * drawSign(random) : around(0, range, random) * (range < 1 ? length : 1);
  }

  const shift = range[random.integer(range.length)]! * drawSign(random);
  return Math.max(...range) < 1 ? shift * length : shift;
}

function drawSign(random: Random): number {
  return random.boolean(0.5) ? 1 : -1;
}

function drawZoom(range: Augment['zoom_range'], random: Random): number {
  return typeof range === 'number' ? around(1, range, random) : random.uniform(...range);
}

/** Each corner of the outline goes inwards by up to `share` of half the width and of half the height. */
function drawCorners(share: number, height: number, width: number, random: Random): [Point, Point, Point, Point] {
  const [right, bottom] = [width - 0.5, height - 0.5];
  const inwards = (length: number) => random.uniform(0, share * length / 2);
  return [
    [-0.5 + inwards(width), -0.5 + inwards(height)],
    [right - inwards(width), -0.5 + inwards(height)],
    [right - inwards(width), bottom - inwards(height)],
    [-0.5 + inwards(width), bottom - inwards(height)],
  ];
}

/**
A square about any pixel, of `share` of the shorter side (DeVries and Taylor, "Improved Regularization of Convolutional
Neural Networks with Cutout", 2017, section 3.2).
*/
function drawSquare(share: number, height: number, width: number, random: Random): Square {
  const side = Math.max(Math.round(share * Math.min(height, width)), 1);
  return {left: random.integer(width) - Math.floor(side / 2), top: random.integer(height) - Math.floor(side / 2), side};
}
