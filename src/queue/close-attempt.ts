import type {EndedEvent, EndStatus, Problem, RunEvent} from '../domain/run-event.js';
import {appendEvent} from '../protocol/append-event.js';
import {readEvents} from '../protocol/read-events.js';

/** What to record of an attempt whose worker recorded no end. */
export type Ending = {
  readonly status: EndStatus;
  readonly seconds: number;
  readonly problem?: Problem;
};

type Closed = {readonly events: readonly RunEvent[]; readonly ended: EndedEvent};

/**
Reads what stands in a dead worker's events file from `firstSeq` on, and writes the `ended` that is missing there. Only
to be called by the holder of the run's lease, once the worker is gone: then the file has one writer.
*/
export function closeAttempt(file: string, firstSeq: number, ending: () => Ending): Closed {
  const events = readEvents(file).events.filter(event => event.seq >= firstSeq);
  const last = events.at(-1);
  if (last?.type === 'ended') {
    return {events, ended: last};
  }

  const ended = appendEnd(file, ending());
  return {events: [...events, ended], ended};
}

/** Writes an end, also behind one that knew less. The same holds for its caller. */
export function appendEnd(file: string, ending: Ending): RunEvent & EndedEvent {
  return appendEvent(file, {type: 'ended', ...ending});
}

/** What to record of an attempt whose host died: its time is that between its events. */
export function endingOfDeadHost(events: readonly RunEvent[], problem: Problem): Ending {
  const first = events.findLast(({type}) => type === 'started') ?? events[0]!;
  return {status: 'interrupted', seconds: Math.max(0, (Date.parse(events.at(-1)!.at) - Date.parse(first.at)) / 1000), problem};
}
