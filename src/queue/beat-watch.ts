import type {Lease} from './lease.js';

type Seen = {readonly token: string; readonly beat: number; silentMs: number};

/**
Whether hosts of other machines live, whose processes cannot be asked: their leases' beats must go on. Only this process' own
monotonic clock counts, so that no clock that is wrong or jumps can end a lease; and only time in which it looked counts, so that
neither a computer that slept nor a database that nobody reached does.
*/
export class BeatWatch {
  readonly #expiryMs: number;
  readonly #now: () => number;
  readonly #seen = new Map<string, Seen>();
  #lookedAt = Number.NaN;

  /** `expiryMs`: how long a beat may stand still. */
  constructor(expiryMs: number, now: () => number = () => performance.now()) {
    this.#expiryMs = expiryMs;
    this.#now = now;
  }

  /** Takes in what the leases are now. To be called again and again, at most a tenth of the expiry apart. */
  look(leases: readonly Lease[]): void {
    const now = this.#now();
    const passed = Math.min(now - this.#lookedAt, this.#expiryMs / 10);
    this.#lookedAt = now;
    const before = new Map(this.#seen);
    this.#seen.clear();
    for (const {runId, token, beat} of leases) {
      const seen = before.get(runId);
      const isStill = seen?.token === token && seen.beat === beat;
      this.#seen.set(runId, {token, beat, silentMs: isStill ? seen.silentMs + (passed || 0) : 0});
    }
  }

  hasExpired({runId, token, beat}: Lease): boolean {
    const seen = this.#seen.get(runId);
    return seen?.token === token && seen.beat === beat && seen.silentMs >= this.#expiryMs;
  }
}
