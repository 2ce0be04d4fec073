import tf from '@tensorflow/tfjs';
import {errors} from '../errors.js';
import type {StepOutcome} from './train-step.js';

/** Steps between two looks at their losses: a look waits for the device, and a loss of NaN is found so many steps late at most. */
const stepsBetweenLooks = 16;

/** Adds up the steps of an epoch: means over its pictures, as Keras reports them. */
export class EpochTally {
  readonly #epoch: number;
  #unread: StepOutcome[] = [];
  #steps = 0;
  #pictures = 0;
  #lossSum = 0;
  #rightSum = 0;

  constructor(epoch: number) {
    this.#epoch = epoch;
  }

  /** Takes a step over. Throws loss-not-finite, with the number of the step, once such a loss is seen. */
  add(outcome: StepOutcome): void {
    this.#unread.push(outcome);
    if (this.#unread.length >= stepsBetweenLooks) {
      this.#read();
    }
  }

  /** Mean loss and share of right answers over all pictures so far. */
  mean(): {loss: number; accuracy: number} {
    this.#read();
    return {loss: this.#lossSum / this.#pictures, accuracy: this.#rightSum / this.#pictures};
  }

  dispose(): void {
    tf.dispose(this.#unread);
    this.#unread = [];
  }

  #read(): void {
    for (const {loss, right, count} of this.#unread) {
      this.#steps += 1;
      const value = loss.dataSync()[0]!;
      if (!Number.isFinite(value)) {
        throw errors.lossNotFinite(value, `step ${this.#steps} of epoch ${this.#epoch}`);
      }

      this.#pictures += count;
      this.#lossSum += value * count;
      this.#rightSum += right.dataSync()[0]!;
    }

    this.dispose();
  }
}
