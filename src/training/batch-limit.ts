import {dropTape} from '../engine/drop-tape.js';
import {isMemoryFailure} from '../engine/is-memory-failure.js';
import {errors} from '../errors.js';

export type BatchLimitOptions = {
  /** What there was memory for earlier. */
  readonly size?: number | undefined;
  /** Whether batches may be parted: not where pictures of a batch depend on each other. */
  readonly splittable: boolean;
  /** Told each time that the limit becomes lower. */
  readonly onSplit?: ((size: number) => void) | undefined;
};

/** How many pictures go through the network at a time: all of a batch, until there was no memory for that. */
export class BatchLimit {
  #size: number | undefined;
  readonly #options: BatchLimitOptions;

  constructor(options: BatchLimitOptions) {
    this.#size = options.size;
    this.#options = options;
  }

  /** Undefined as long as there was memory for whole batches. */
  get size(): number | undefined {
    return this.#size;
  }

  /**
  Does something with a batch of `count` pictures, as many at a time as it is told; again with half as many where memory is
  wanting, and with no more from then on. Throws out-of-memory where that does not help.
  */
  attempt<Result>(count: number, work: (size: number) => Result): Result {
    for (;;) {
      const size = Math.min(count, this.#size ?? count);
      try {
        return work(size);
      } catch (error) {
        if (!isMemoryFailure(error)) {
          throw error;
        }

        dropTape();
        this.#halve(size, error);
      }
    }
  }

  #halve(size: number, error: unknown): void {
    const {splittable, onSplit} = this.#options;
    if (!splittable) {
      throw errors.outOfMemoryUnsplit(error);
    }

    if (size === 1) {
      throw errors.outOfMemoryForOne(error);
    }

    this.#size = Math.ceil(size / 2);
    onSplit?.(this.#size);
  }
}
