import {longestTimerMs} from '../../files/longest-timer.js';

/** A time that passes only while it is not paused. */
export class Allowance {
  isSpent = false;
  readonly #onEnd: () => void;
  #leftMs: number;
  #isPaused = false;
  #since: number | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(ms: number, onEnd: () => void) {
    this.#leftMs = Math.min(ms, longestTimerMs);
    this.#onEnd = onEnd;
  }

  /** Lets it pass, unless it is paused. */
  begin(): void {
    if (!this.#isPaused && this.#since === undefined) {
      this.#since = performance.now();
      this.#timer = setTimeout(() => {
        this.isSpent = true;
        this.#onEnd();
      }, this.#leftMs);
    }
  }

  pause(): void {
    this.#isPaused = true;
    clearTimeout(this.#timer);
    this.#leftMs -= this.#since === undefined ? 0 : performance.now() - this.#since;
    this.#since = undefined;
  }

  resume(): void {
    this.#isPaused = false;
    this.begin();
  }
}
