import type {AnswerSet} from './answer-set.js';

/** How many pictures both sets hold; with itself, how many a set holds. */
export function countCommon({words: left}: AnswerSet, {words: right}: AnswerSet): number {
  let count = 0;
  const {length} = left;
  // Scores of long runs are millions of these: entries() takes some forty times as long.
  for (let place = 0; place < length; place++) {
    count += countOnes(left[place]! & right[place]!);
  }

  return count;
}

// Warren, "Hacker's Delight", 2012, figure 5-2: sums of 2, 4 and 8 bits side by side, then all bytes by one product.
function countOnes(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55_55_55_55);
  const fours = (pairs & 0x33_33_33_33) + ((pairs >>> 2) & 0x33_33_33_33);
  return Math.imul((fours + (fours >>> 4)) & 0x0F_0F_0F_0F, 0x01_01_01_01) >>> 24;
}
