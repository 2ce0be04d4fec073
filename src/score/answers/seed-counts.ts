import type {AnswerSet} from './answer-set.js';

// A row is held beside each that it is compared with, and beside itself.
const known = new WeakMap<readonly AnswerSet[], readonly AnswerSet[]>();

/**
How many seeds are right, picture by picture, in binary: the set at place k holds the pictures whose count has the digit 2^k. Thirty-two pictures
are counted at once.
*/
export function seedCounts(seeds: readonly AnswerSet[]): readonly AnswerSet[] {
  const digits = known.get(seeds) ?? count(seeds);
  known.set(seeds, digits);
  return digits;
}

function count(seeds: readonly AnswerSet[]): AnswerSet[] {
  const {pictures, words: {length}} = seeds[0]!;
  const digits: Uint32Array[] = [];
  for (const {words} of seeds) {
    for (let place = 0; place < length; place++) {
      increment(digits, place, words[place]!, length);
    }
  }

  return digits.map(words => ({pictures, words}));
}

/** Adds one to the count of each picture of a word, carrying from digit to digit. */
function increment(digits: Uint32Array[], place: number, word: number, length: number): void {
  let carry = word;
  for (let digit = 0; carry !== 0; digit++) {
    const words = digits[digit] ?? new Uint32Array(length);
    digits[digit] = words;
    const before = words[place]!;
    words[place] = before ^ carry;
    carry &= before;
  }
}
