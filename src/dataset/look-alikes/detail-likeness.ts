import type {Orientation} from './orientations.js';
import {thumbnailSide as side} from './thumbnail.js';

/**
How alike two thumbnails are in their fine detail where the second is laid down so, -1 to 1: the correlation of their Laplacians. Things on
a plain ground are alike in coarse outline, but not in this.
*/
export function detailLikeness(one: Uint8Array, other: Uint8Array, orientation: Orientation): number {
  return correlation(laplacian(one), laplacian(lay(other, orientation)));
}

function lay(thumbnail: Uint8Array, {swapped, flippedX, flippedY}: Orientation): Uint8Array {
  return thumbnail.map((_, index) => {
    const y = Math.floor(index / side);
    const [row, column] = [flippedY ? side - 1 - y : y, flippedX ? side - 1 - (index % side) : index % side];
    return thumbnail[swapped ? (column * side) + row : (row * side) + column]!;
  });
}

/** What each pixel but those of the edge is above its four neighbours. */
function laplacian(thumbnail: Uint8Array): Float64Array {
  const inner = side - 2;
  return Float64Array.from({length: inner * inner}, (_, index) => {
    const at = ((Math.floor(index / inner) + 1) * side) + (index % inner) + 1;
    return (4 * thumbnail[at]!) - thumbnail[at - 1]! - thumbnail[at + 1]! - thumbnail[at - side]! - thumbnail[at + side]!;
  });
}

function correlation(one: Float64Array, other: Float64Array): number {
  const [mean, otherMean] = [meanOf(one), meanOf(other)];
  let [both, first, second] = [0, 0, 0];
  for (const [index, value] of one.entries()) {
    const [x, y] = [value - mean, other[index]! - otherMean];
    both += x * y;
    first += x * x;
    second += y * y;
  }

  return first === 0 || second === 0 ? 0 : both / Math.sqrt(first * second);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
