import type {Raster} from '../raster.js';
import {resample, type Filter} from './resample.js';

const filter: Filter = {support: 2, weigh: distance => cubic(Math.abs(distance))};

const a = -0.5;

/** Resizes as Pillow's BICUBIC does: Keys' cubic convolution with a = -0.5 (1981). */
export function bicubic(raster: Raster, newWidth: number, newHeight: number): Uint8Array {
  return resample(raster, newWidth, newHeight, filter);
}

function cubic(x: number): number {
  if (x < 1) {
    return ((((a + 2) * x) - (a + 3)) * x * x) + 1;
  }

  return x < 2 ? (((((x - 5) * x) + 8) * x) - 4) * a : 0;
}
