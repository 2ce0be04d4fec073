import {createHash} from 'node:crypto';

/** A generator's position, as JSON: what a checkpoint keeps of it. */
export type RandomState = {
  /** 32 hexadecimal digits: what `fork` starts from. Draws do not change it. */
  readonly key: string;
  /** The four words of xoshiro128**. */
  readonly words: readonly [number, number, number, number];
};

/**
A seeded generator of random numbers: xoshiro128** (Blackman and Vigna, "Scrambled linear pseudorandom number
generators", 2021), its first state taken from SHA-256 of the seed. The same seed gives the same draws everywhere.
*/
export class Random {
  /** The generator that a seed of the experiment file stands for. */
  static fromSeed(seed: number): Random {
    return Random.#fromText(`seed ${seed}`);
  }

  /** The generator at a position that `state` told. */
  static fromState({key, words}: RandomState): Random {
    return new Random(key, words);
  }

  static #fromText(text: string): Random {
    const hash = createHash('sha256').update(text).digest();
    const words = [hash.readUInt32LE(0), hash.readUInt32LE(4), hash.readUInt32LE(8), hash.readUInt32LE(12)] as const;
    return new Random(hash.toString('hex', 16), words);
  }

  readonly #key: string;
  readonly #words: Uint32Array;

  private constructor(key: string, words: RandomState['words']) {
    this.#key = key;
    this.#words = Uint32Array.from(words);
  }

  /** Where the generator stands now. */
  get state(): RandomState {
    const [a = 0, b = 0, c = 0, d = 0] = this.#words;
    return {key: this.#key, words: [a, b, c, d]};
  }

  /** An independent generator that depends on this one's seed and on the label alone, not on what was drawn meanwhile. */
  fork(label: string | number): Random {
    return Random.#fromText(`${this.#key} ${label}`);
  }

  /** A whole number, 0 to 2^32 - 1. */
  uint32(): number {
    const words = this.#words;
    const a = words[0]!;
    const b = words[1]!;
    const c = words[2]!;
    const d = words[3]!;
    const result = Math.imul(rotateLeft(Math.imul(b, 5), 7), 9) >>> 0;
    const mixed = c ^ a;
    const crossed = d ^ b;
    words[1] = b ^ mixed;
    words[0] = a ^ crossed;
    words[2] = mixed ^ (b << 9);
    words[3] = rotateLeft(crossed, 11);
    return result;
  }

  /** A number from `low` (included) to `high` (left out), with all 53 bits of a double. */
  uniform(low = 0, high = 1): number {
    const unit = (((this.uint32() >>> 5) * 0x4_00_00_00) + (this.uint32() >>> 6)) / (2 ** 53);
    return low + ((high - low) * unit);
  }

  /** A whole number from 0 to `below` - 1, each equally likely. */
  integer(below: number): number {
    return Math.floor(this.uniform(0, below));
  }

  /** True with the given probability. */
  boolean(probability = 0.5): boolean {
    return this.uniform() < probability;
  }

  /** A draw from the standard normal distribution (Box and Muller's transform, its first half). */
  normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.uniform())) * Math.cos(2 * Math.PI * this.uniform());
  }

  /** The numbers 0 to `length` - 1 in random order (Fisher and Yates' shuffle). */
  permutation(length: number): Uint32Array {
    const order = Uint32Array.from({length}, (_, index) => index);
    for (let last = length - 1; last > 0; last--) {
      const other = this.integer(last + 1);
      const kept = order[last]!;
      order[last] = order[other]!;
      order[other] = kept;
    }

    return order;
  }
}

function rotateLeft(word: number, bits: number): number {
  return (word << bits) | (word >>> (32 - bits));
}
