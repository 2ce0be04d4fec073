import type {RunEvent} from '../domain/run-event.js';
import {UserError} from '../errors.js';
import type {Store} from '../store/open-store.js';

/** Takes events into the database, now or later. */
export type EventRecorder = {
  readonly record: (runId: string, event: RunEvent) => void;
  /** Tries once more what could not be written; throws the UserError where it still cannot. */
  readonly finish: () => void;
};

const defaultRetryMs = 5000;

/**
Records events. Where the database cannot be written, because another program holds it or its disk is full, nothing of
the training is lost, since events are on disk already: they wait here, are tried again now and then, and `onTrouble` is told once.
*/
export function recordEvents(store: Pick<Store, 'ingest'>, onTrouble: (error: UserError) => void, retryMs = defaultRetryMs): EventRecorder {
  const waiting: Array<{readonly runId: string; readonly event: RunEvent}> = [];
  const drain = () => {
    while (waiting.length > 0) {
      store.ingest(waiting[0]!.runId, waiting[0]!.event);
      waiting.shift();
    }
  };

  let told = false;
  const tryToDrain = () => {
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
  };

  // A run may say nothing for hours, and its sweep end before it does.
  const timer = setInterval(tryToDrain, retryMs).unref();
  return {
    record(runId, event) {
      waiting.push({runId, event});
      tryToDrain();
    },
    finish() {
      clearInterval(timer);
      drain();
    },
  };
}
