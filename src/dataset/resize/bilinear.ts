import type {Raster} from '../raster.js';
import {resample, type Filter} from './resample.js';

const filter: Filter = {support: 1, weigh: distance => Math.max(1 - Math.abs(distance), 0)};

/** Resizes as Pillow's BILINEAR does: a triangle, so all inputs below it when shrinking and not the four neighbours alone. */
export function bilinear(raster: Raster, newWidth: number, newHeight: number): Uint8Array {
  return resample(raster, newWidth, newHeight, filter);
}
