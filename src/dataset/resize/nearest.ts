import type {Raster} from '../raster.js';

/**
Resizes as Pillow's NEAREST does: output i takes input floor((i + 0.5) * input / output). Positions are summed up step
by step, with Pillow's roundings (`ImagingScaleAffine` in Geometry.c), so that every pixel is the one that Keras gets.
*/
export function nearest({width, height, data}: Raster, newWidth: number, newHeight: number): Uint8Array {
  const columns = sampledIndices(width, newWidth);
  const rows = sampledIndices(height, newHeight);
  const result = new Uint8Array(newWidth * newHeight * 3);
  let target = 0;
  for (const row of rows) {
    const start = row * width * 3;
    for (const column of columns) {
      const source = start + (column * 3);
      result[target++] = data[source]!;
      result[target++] = data[source + 1]!;
      result[target++] = data[source + 2]!;
    }
  }

  return result;
}

function sampledIndices(length: number, newLength: number): Uint32Array {
  const scale = length / newLength;
  const indices = new Uint32Array(newLength);
  let position = scale * 0.5;
  for (let index = 0; index < newLength; index++) {
    // Sums may end a hair beyond the edge, where Pillow would leave a black line.
    indices[index] = Math.min(Math.trunc(position), length - 1);
    position += scale;
  }

  return indices;
}
