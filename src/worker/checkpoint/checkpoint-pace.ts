/** So many seconds of training come to one of writing, at most. */
const share = 200;

/** Between epochs, at most so often, in seconds. */
const pause = 5;

/**
When it is time for another checkpoint: after each epoch, but for short ones and large models, so that training loses half a
percent of its time by it; and within epochs every so many minutes. `now` is in milliseconds.
*/
export class CheckpointPace {
  readonly #mostSeconds: number;
  readonly #now: () => number;
  #takenAt: number;
  #cost = 0;

  /** No more than so many minutes of training are to be lost. */
  constructor(minutes: number, now: () => number = () => performance.now()) {
    this.#mostSeconds = minutes * 60;
    this.#now = now;
    this.#takenAt = now();
  }

  isDue(isBetweenEpochs: boolean): boolean {
    const seconds = (this.#now() - this.#takenAt) / 1000;
    const least = isBetweenEpochs ? Math.max(pause, this.#cost * share) : Infinity;
    return seconds >= Math.min(least, this.#mostSeconds);
  }

  /** One was taken, which held up the training for so many seconds. */
  taken(cost: number): void {
    this.#cost = cost;
    this.#takenAt = this.#now();
  }
}
