import type {AnswerSet} from './answer-set.js';
import {countCommon} from './count-common.js';

// Up to here it is quicker to hold each set beside each other than to take sets apart.
const fewPairs = 100;

const known = new WeakMap<readonly AnswerSet[], Uint32Array>();

/** Σ over pictures of (seeds of one row that are right) × (seeds of another that are right); with itself, of the squares. */
export function sumCommon(one: readonly AnswerSet[], other: readonly AnswerSet[]): number {
  if (one.length * other.length <= fewPairs) {
    return one.reduce((sum, left) => other.reduce((inner, right) => inner + countCommon(left, right), sum), 0);
  }

  const [left, right] = [rightSeeds(one), rightSeeds(other)];
  return left.reduce((sum, count, picture) => sum + (count * right[picture]!), 0);
}

/** How many seeds are right, picture by picture. */
function rightSeeds(seeds: readonly AnswerSet[]): Uint32Array {
  const counts = known.get(seeds) ?? countSeeds(seeds);
  known.set(seeds, counts);
  return counts;
}

function countSeeds(seeds: readonly AnswerSet[]): Uint32Array {
  const {pictures} = seeds[0]!;
  const counts = new Uint32Array(pictures);
  for (const {words} of seeds) {
    for (let picture = 0; picture < pictures; picture++) {
      counts[picture]! += (words[picture >> 5]! >>> (picture & 31)) & 1;
    }
  }

  return counts;
}
