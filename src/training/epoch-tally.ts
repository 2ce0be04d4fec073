import tf from '../engine/tfjs.js';
import {errors} from '../errors.js';
import type {StepOutcome} from './train-step.js';

/** Steps between two looks at their losses: a look waits for the device, and a loss of NaN is found so many steps late at most. */
const stepsBetweenLooks = 16;

/** What an epoch's steps came to so far. */
export type TallyState = {
  readonly steps: number;
  readonly pictures: number;
  /** Each step's mean loss times its pictures. */
  readonly lossSum: number;
  readonly rightSum: number;
};

export const emptyTally: TallyState = {steps: 0, pictures: 0, lossSum: 0, rightSum: 0};

/** Adds up the steps of an epoch: means over its pictures, as Keras reports them. */
export class EpochTally {
  readonly #epoch: number;
  #unread: StepOutcome[] = [];
  #read: TallyState;

  /** Goes on from what an earlier tally told. */
  constructor(epoch: number, start: TallyState = emptyTally) {
    this.#epoch = epoch;
    this.#read = start;
  }

  /** How many steps were taken over. */
  get steps(): number {
    return this.#read.steps + this.#unread.length;
  }

  /** Everything until here, for a later tally to go on from. Throws as `add` does. */
  get state(): TallyState {
    this.#look();
    return this.#read;
  }

  /** Takes a step over. Throws loss-not-finite, with the number of the step, once such a loss is seen. */
  add(outcome: StepOutcome): void {
    this.#unread.push(outcome);
    if (this.#unread.length >= stepsBetweenLooks) {
      this.#look();
    }
  }

  /** Mean loss and share of right answers over all pictures so far. */
  mean(): {loss: number; accuracy: number} {
    const {lossSum, rightSum, pictures} = this.state;
    return {loss: lossSum / pictures, accuracy: rightSum / pictures};
  }

  dispose(): void {
    tf.dispose(this.#unread);
    this.#unread = [];
  }

  #look(): void {
    let {steps, pictures, lossSum, rightSum} = this.#read;
    for (const {loss, right, count} of this.#unread) {
      steps += 1;
      const value = loss.dataSync()[0]!;
      if (!Number.isFinite(value)) {
        throw errors.lossNotFinite(value, `step ${steps} of epoch ${this.#epoch}`);
      }

      pictures += count;
      lossSum += value * count;
      rightSum += right.dataSync()[0]!;
    }

    this.#read = {steps, pictures, lossSum, rightSum};
    this.dispose();
  }
}
