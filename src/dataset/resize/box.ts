import type {Raster} from '../raster.js';
import {resample, type Filter} from './resample.js';

const filter: Filter = {support: 0.5, weigh: distance => distance > -0.5 && distance <= 0.5 ? 1 : 0};

/** Resizes as Pillow's BOX does: the mean of the inputs that fall onto an output. */
export function box(raster: Raster, newWidth: number, newHeight: number): Uint8Array {
  return resample(raster, newWidth, newHeight, filter);
}
