import type {Progress} from '../domain/progress.js';

/** Says from a run's progress when it will end, by the pace that it had so far. */
export class EndForecast {
  readonly #now: () => number;
  #first: {readonly share: number; readonly at: number} | undefined;
  #msLeft = Number.POSITIVE_INFINITY;

  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  update({phase, epoch, epochs, step, steps}: Progress): void {
    if (phase !== 'training' && phase !== 'validating') {
      return;
    }

    // Validation belongs to the end of its epoch.
    const inEpoch = phase === 'validating' ? 1 : step / Math.max(1, steps);
    const share = (epoch - 1 + inEpoch) / epochs;
    const now = this.#now();
    this.#first ??= {share, at: now};
    const gained = share - this.#first.share;
    this.#msLeft = gained > 0 ? (now - this.#first.at) * (1 - share) / gained : Number.POSITIVE_INFINITY;
  }

  /** Whether the run should be over within so many milliseconds. */
  isWithin(ms: number): boolean {
    return this.#msLeft <= ms;
  }
}
