import type {RunEvent} from '../domain/run-event.js';
import {UserError} from '../errors.js';
import type {Store} from '../store/open-store.js';

/** Takes events into the database, now or later. */
export type EventRecorder = {
  readonly record: (runId: string, event: RunEvent) => void;
  /** Tries once more what could not be written; throws the UserError where it still cannot. */
  readonly finish: () => void;
};

/**
Records events. Where the database cannot be written, because another program holds it or its disk is full, nothing of
the training is lost, since events are on disk already: they wait here, and `onTrouble` is told once.
*/
export function recordEvents(store: Store, onTrouble: (error: UserError) => void): EventRecorder {
  const waiting: Array<{readonly runId: string; readonly event: RunEvent}> = [];
  const drain = () => {
    while (waiting.length > 0) {
      store.ingest(waiting[0]!.runId, waiting[0]!.event);
      waiting.shift();
    }
  };

  let told = false;
  return {
    record(runId, event) {
      waiting.push({runId, event});
      try {
        drain();
        told = false;
      } catch (error) {
        if (!(error instanceof UserError)) {
          throw error;
        }

        if (!told) {
          onTrouble(error);
          told = true;
        }
      }
    },
    finish: drain,
  };
}
