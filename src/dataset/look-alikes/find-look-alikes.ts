import {Buffer} from 'node:buffer';
import {setImmediate} from 'node:timers/promises';
import {detailLikeness} from './detail-likeness.js';
import {Groups} from './groups.js';
import {orientations, type Orientation} from './orientations.js';
import {perceptualHashes} from './perceptual-hash.js';

// Of 63 bits. Copies of a photo in another light or size differ in 0 to 8; most strangers in 20 and more.
const mostBits = 12;
// Of TrashNet's pairs within these bits, those of one and the same sight have 0.6 and more, all others 0.35 and less.
const leastLikeness = 0.5;

type Picture = {readonly index: number; readonly thumbnail: Uint8Array; readonly hashes: Uint32Array};

/** Groups of pictures that show the same sight, as indexes of their thumbnails in ascending order; a picture without one is in none. */
export async function findLookAlikes(thumbnails: ReadonlyArray<Uint8Array | undefined>): Promise<number[][]> {
  const pictures = thumbnails.flatMap((thumbnail, index): Picture[] => thumbnail ? [{index, thumbnail, hashes: perceptualHashes(thumbnail)}] : []);
  const groups = new Groups(thumbnails.length);
  for (const [place, one] of pictures.entries()) {
    for (let next = place + 1; next < pictures.length; next++) {
      const other = pictures[next]!;
      if (areAlike(one, other)) {
        groups.join(one.index, other.index);
      }
    }

    if (place % 500 === 0) {
      await setImmediate();
    }
  }

  return groups.list();
}

// The hash chooses the few that are worth a closer look. What has no detail at all is like its copies alone.
function areAlike(one: Picture, other: Picture): boolean {
  for (const [index, orientation] of orientations.entries()) {
    if (bitsBetween(one.hashes, other.hashes, index) <= mostBits && haveSameDetail(one.thumbnail, other.thumbnail, orientation)) {
      return true;
    }
  }

  return false;
}

function haveSameDetail(one: Uint8Array, other: Uint8Array, orientation: Orientation): boolean {
  return Buffer.compare(one, other) === 0 || detailLikeness(one, other, orientation) >= leastLikeness;
}

/** In how many the first hash, as it is, differs from the other in an orientation. */
function bitsBetween(one: Uint32Array, other: Uint32Array, orientation: number): number {
  return countBits(one[0]! ^ other[2 * orientation]!) + countBits(one[1]! ^ other[(2 * orientation) + 1]!);
}

function countBits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55_55_55_55);
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0F_0F_0F_0F, 0x01_01_01_01) >>> 24;
}
