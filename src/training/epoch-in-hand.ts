import {emptyTally, EpochTally} from './epoch-tally.js';
import type {TrainingPoint} from './training-point.js';

/** An epoch that is being trained: its steps, and how long they take. */
export class EpochInHand {
  readonly epoch: number;
  readonly tally: EpochTally;
  readonly #start: number;

  /** Goes on at a point of this epoch. `now` is in milliseconds. */
  constructor(epoch: number, from: TrainingPoint | undefined, now = performance.now()) {
    this.epoch = epoch;
    this.tally = new EpochTally(epoch, from?.tally ?? emptyTally);
    this.#start = now - ((from?.seconds ?? 0) * 1000);
  }

  /** Wall time since its start, without what lay between the attempts, in seconds. */
  get seconds(): number {
    return (performance.now() - this.#start) / 1000;
  }
}
