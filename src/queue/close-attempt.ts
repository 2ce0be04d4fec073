import type {EndedEvent, EndStatus, Problem, RunEvent} from '../domain/run-event.js';
import {EventLog} from '../protocol/event-log.js';
import {readEvents} from '../protocol/read-events.js';

/** What to record of an attempt whose worker recorded no end. */
export type Ending = {
  readonly status: EndStatus;
  readonly seconds: number;
  readonly problem?: Problem;
};

/**
Reads what stands in a dead worker's events file from `firstSeq` on, and writes the `ended` that is missing there. Only
to be called by the holder of the run's lock, once the worker is gone: then the file has one writer.
*/
export function closeAttempt(
  file: string,
  firstSeq: number,
  ending: () => Ending,
): {readonly events: readonly RunEvent[]; readonly ended: EndedEvent} {
  const events = readEvents(file).events.filter(event => event.seq >= firstSeq);
  const last = events.at(-1);
  if (last?.type === 'ended') {
    return {events, ended: last};
  }

  const log = EventLog.open(file);
  try {
    const ended = log.append({type: 'ended', ...ending()}) as RunEvent & EndedEvent;
    return {events: [...events, ended], ended};
  } finally {
    log.close();
  }
}
