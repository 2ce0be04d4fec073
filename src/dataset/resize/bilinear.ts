import type {Raster} from '../raster.js';

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
Resizes as Pillow's BILINEAR does: a triangle filter, widened by the scale when shrinking (so not the four neighbours
alone), first along rows and then along columns, each pass in 8-bit fixed point (`ImagingResample` in Resample.c).
*/
export function bilinear(raster: Raster, newWidth: number, newHeight: number): Uint8Array {
  const narrow = raster.width === newWidth ? raster.data : resampleRows(raster, newWidth);
  if (raster.height === newHeight) {
    return narrow;
  }

  return resampleColumns({width: newWidth, height: raster.height, data: narrow}, newHeight);
}

function resampleRows({width, height, data}: Raster, newWidth: number): Uint8Array {
  const {reach, firsts, counts, weights} = filterWindows(width, newWidth);
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

function resampleColumns({width, height, data}: Raster, newHeight: number): Uint8Array {
  const {reach, firsts, counts, weights} = filterWindows(height, newHeight);
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

/** `precompute_coeffs` and `normalize_coeffs_8bpc` of Resample.c, for the triangle filter of support 1, never negative. */
function filterWindows(length: number, newLength: number): Windows {
  const scale = length / newLength;
  const support = Math.max(scale, 1);
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
    const heights = Array.from({length: count}, (_, offset) => triangle((offset + first - center + 0.5) / support));
    const sum = heights.reduce((total, height) => total + height, 0);
    windows.firsts[index] = first;
    windows.counts[index] = count;
    // The array cuts off fractions, as C does.
    windows.weights.set(heights.map(height => 0.5 + (height / sum * (1 << precisionBits))), index * reach);
  }

  return windows;
}

function triangle(x: number): number {
  return Math.max(1 - Math.abs(x), 0);
}
