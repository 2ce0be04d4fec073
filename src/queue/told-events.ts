import type {RunEvent} from '../domain/run-event.js';

/** Tells events once each, in their order, whether they come from the worker or are read from its file. */
export class ToldEvents {
  #seq: number;
  readonly #tell: (update: {readonly kind: 'event'; readonly event: RunEvent}) => void;

  constructor(seq: number, tell: (update: {readonly kind: 'event'; readonly event: RunEvent}) => void) {
    this.#seq = seq;
    this.#tell = tell;
  }

  tell(events: readonly RunEvent[]): void {
    for (const event of events.filter(({seq}) => seq > this.#seq)) {
      this.#seq = event.seq;
      this.#tell({kind: 'event', event});
    }
  }
}
