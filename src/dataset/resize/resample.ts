import type {Raster} from '../raster.js';

/** How much an input counts at a distance from an output's centre, both in the coarser one's pixels; nothing beyond `support`. */
export type Filter = {
  readonly support: number;
  readonly weigh: (distance: number) => number;
};

/**
Which inputs each output is made of: output i is the sum over k below `counts[i]` of input `firsts[i] + k`, weighed by
`weights[i * reach + k]` in units of 2^-22.
*/
type Windows = {
  readonly reach: number;
  readonly firsts: Int32Array;
  readonly counts: Int32Array;
  readonly weights: Int32Array;
};

/** Pillow's fixed point: 32 bits less 8 for the pixel and 2 of head room. */
const precisionBits = 22;

/** A half, so that the shift in `toByte` rounds. */
const rounding = 1 << (precisionBits - 1);

/**
Resizes as Pillow does: a filter, widened by the scale when shrinking, first along rows and then along columns, each pass
in 8-bit fixed point (`ImagingResample` in Resample.c). Gives `[newHeight, newWidth, 3]`.
*/
export function resample(raster: Raster, newWidth: number, newHeight: number, filter: Filter): Uint8Array {
  const narrow = raster.width === newWidth ? raster.data : resampleRows(raster, newWidth, filter);
  if (raster.height === newHeight) {
    return narrow;
  }

  return resampleColumns({width: newWidth, height: raster.height, data: narrow}, newHeight, filter);
}

function resampleRows({width, height, data}: Raster, newWidth: number, filter: Filter): Uint8Array {
  const {reach, firsts, counts, weights} = filterWindows(width, newWidth, filter);
  const result = new Uint8Array(newWidth * height * 3);
  let target = 0;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < newWidth; column++) {
      let source = ((row * width) + firsts[column]!) * 3;
      let red = rounding;
      let green = rounding;
      let blue = rounding;
      const start = column * reach;
      const end = start + counts[column]!;
      for (let place = start; place < end; place++) {
        const weight = weights[place]!;
        red += data[source]! * weight;
        green += data[source + 1]! * weight;
        blue += data[source + 2]! * weight;
        source += 3;
      }

      result[target++] = toByte(red);
      result[target++] = toByte(green);
      result[target++] = toByte(blue);
    }
  }

  return result;
}

function resampleColumns({width, height, data}: Raster, newHeight: number, filter: Filter): Uint8Array {
  const {reach, firsts, counts, weights} = filterWindows(height, newHeight, filter);
  const stride = width * 3;
  const result = new Uint8Array(stride * newHeight);
  const sums = new Int32Array(stride);
  for (let row = 0; row < newHeight; row++) {
    sums.fill(rounding);
    for (let index = 0; index < counts[row]!; index++) {
      const weight = weights[(row * reach) + index]!;
      const start = (firsts[row]! + index) * stride;
      for (let column = 0; column < stride; column++) {
        sums[column]! += data[start + column]! * weight;
      }
    }

    for (let column = 0; column < stride; column++) {
      result[(row * stride) + column] = toByte(sums[column]!);
    }
  }

  return result;
}

function toByte(sum: number): number {
  return Math.min(Math.max(sum >> precisionBits, 0), 255);
}

/** `precompute_coeffs` and `normalize_coeffs_8bpc` of Resample.c. */
function filterWindows(length: number, newLength: number, filter: Filter): Windows {
  const scale = length / newLength;
  const widening = Math.max(scale, 1);
  const support = filter.support * widening;
  const reach = (Math.ceil(support) * 2) + 1;
  const windows = {
    reach,
    firsts: new Int32Array(newLength),
    counts: new Int32Array(newLength),
    weights: new Int32Array(newLength * reach),
  };
  for (let index = 0; index < newLength; index++) {
    const center = (index + 0.5) * scale;
    const first = Math.max(Math.trunc(center - support + 0.5), 0);
    const count = Math.min(Math.trunc(center + support + 0.5), length) - first;
    const heights = Array.from({length: count}, (_, offset) => filter.weigh((offset + first - center + 0.5) * (1 / widening)));
    const sum = heights.reduce((total, height) => total + height, 0);
    windows.firsts[index] = first;
    windows.counts[index] = count;
    windows.weights.set(heights.map(height => toFixedPoint(sum === 0 ? height : height / sum)), index * reach);
  }

  return windows;
}

// Rounded away from zero; the array that takes it cuts off fractions, as C does.
function toFixedPoint(weight: number): number {
  return (weight * (1 << precisionBits)) + (weight < 0 ? -0.5 : 0.5);
}
