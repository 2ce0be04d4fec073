import type {EpochTimes} from '../domain/run-profile.js';

export type Part = keyof EpochTimes;

/** Divides the time of epochs among their parts: at every instant it runs for one of them, at first for `runner`. */
export class Stopwatch {
  readonly #epochs: EpochTimes[] = [];
  readonly #now: () => number;
  #spent: Record<Part, number> = nothing();
  #part: Part = 'runner';
  #since: number;

  /** `now` is in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#since = now();
  }

  /** The epochs that `endEpoch` closed. */
  get epochs(): readonly EpochTimes[] {
    return this.#epochs;
  }

  /** Lets the time from now on count for `part`; gives the part that it counted for before. */
  switchTo(part: Part): Part {
    const before = this.#part;
    const now = this.#now();
    this.#spent[before] += now - this.#since;
    this.#since = now;
    this.#part = part;
    return before;
  }

  /** Closes an epoch; what follows belongs to the next. */
  endEpoch(): void {
    this.switchTo('runner');
    this.#epochs.push(this.#spent);
    this.#spent = nothing();
  }
}

function nothing(): Record<Part, number> {
  return {data: 0, training: 0, evaluation: 0, runner: 0};
}
