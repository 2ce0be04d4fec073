import {orientations, type Orientation} from './orientations.js';
import {thumbnailSide} from './thumbnail.js';

const side = 8;
const cosines = Array.from({length: side}, (_, frequency) =>
  Float64Array.from({length: thumbnailSide}, (_, place) => Math.cos(Math.PI * frequency * (place + 0.5) / thumbnailSide)));

/**
The perceptual hash of a thumbnail in each of the eight orientations, `[8, 2]` words of 32 bits: which of the 63 lowest frequencies of its
cosine transform are above their median (Zauner 2010, Implementation and Benchmarking of Perceptual Image Hash Functions).
*/
export function perceptualHashes(thumbnail: Uint8Array): Uint32Array {
  const frequencies = lowFrequencies(thumbnail);
  return Uint32Array.from(orientations.flatMap(orientation => bitsOf(oriented(frequencies, orientation))));
}

/** Rows are vertical frequencies. */
function lowFrequencies(thumbnail: Uint8Array): Float64Array {
  const rows = new Float64Array(thumbnailSide * side);
  for (let y = 0; y < thumbnailSide; y++) {
    for (let frequency = 0; frequency < side; frequency++) {
      let sum = 0;
      for (let x = 0; x < thumbnailSide; x++) {
        sum += thumbnail[(y * thumbnailSide) + x]! * cosines[frequency]![x]!;
      }

      rows[(y * side) + frequency] = sum;
    }
  }

  return Float64Array.from({length: side * side}, (_, index) => {
    const [vertical, horizontal] = [cosines[Math.floor(index / side)]!, index % side];
    return vertical.reduce((sum, cosine, y) => sum + (cosine * rows[(y * side) + horizontal]!), 0);
  });
}

// To turn a picture back to front is to change the sign of its odd frequencies.
function oriented(frequencies: Float64Array, {swapped, flippedX, flippedY}: Orientation): Float64Array {
  return frequencies.map((_, index) => {
    const [row, column] = [Math.floor(index / side), index % side];
    const value = frequencies[swapped ? (column * side) + row : index]!;
    return (flippedX && column % 2 === 1) === (flippedY && row % 2 === 1) ? value : -value;
  });
}

/** Without the mean, which is the first. */
function bitsOf(frequencies: Float64Array): [number, number] {
  const values = frequencies.slice(1);
  const median = values.toSorted()[31]!;
  const words: [number, number] = [0, 0];
  for (const [index, value] of values.entries()) {
    if (value > median) {
      words[index >> 5]! |= 1 << (index & 31);
    }
  }

  return words;
}
