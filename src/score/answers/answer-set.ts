/** Which of `pictures` validation pictures were answered right: bit `i & 31` of word `i >> 5`. Bits past the last picture are 0. */
export type AnswerSet = {
  readonly pictures: number;
  readonly words: Uint32Array;
};

/** The answers of one epoch as `epochs.correct` holds them: bit `i & 7` of byte `i >> 3`. Throws where there are fewer bytes than pictures want. */
export function answerSet(bytes: Uint8Array, pictures: number): AnswerSet {
  const wanted = Math.ceil(pictures / 8);
  if (bytes.length !== wanted) {
    throw new Error(`${bytes.length} bytes of answers for ${pictures} pictures, which want ${wanted}`);
  }

  const words = new Uint32Array(Math.ceil(pictures / 32));
  const lastWord = words.length - 1;
  // A leaderboard of ten thousand runs reads as many: entries() takes several times as long.
  for (let place = 0; place < wanted; place++) {
    words[place >> 2]! |= bytes[place]! << (8 * (place & 3));
  }

  words[lastWord]! &= 0xFF_FF_FF_FF >>> (-pictures & 31);
  return {pictures, words};
}
