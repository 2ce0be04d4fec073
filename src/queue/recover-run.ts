import fs from 'node:fs';
import type {RunEvent} from '../domain/run-event.js';
import {errors, toProblem} from '../errors.js';
import {countingEvents} from '../protocol/counting-events.js';
import {readEvents} from '../protocol/read-events.js';
import type {RunFolder} from '../protocol/run-folder.js';
import {appendEnd, endingOfDeadHost} from './close-attempt.js';
import type {LeaseBook} from './lease-book.js';

/**
Puts the events of a run right whose host died: an attempt that was never closed is closed as interrupted. Gives all
events of the run, for the database to catch up with; undefined where somebody is at work on it.
*/
export function recoverRun(folder: RunFolder, book: LeaseBook): readonly RunEvent[] | undefined {
  if (!fs.existsSync(folder.events)) {
    return [];
  }

  if (book.take(folder.runId).kind !== 'taken') {
    return undefined;
  }

  try {
    closeAbandoned(folder);
    return countingEvents(readEvents(folder.events));
  } finally {
    book.release(folder.runId);
  }
}

/** Closes an attempt that was left open. Only for the holder of the run's lease. */
export function closeAbandoned(folder: RunFolder): void {
  const {events} = readEvents(folder.events);
  const last = events.at(-1);
  if (last && last.type !== 'ended' && last.type !== 'requeued') {
    appendEnd(folder.events, endingOfDeadHost(events, toProblem(errors.hostDied())));
  }
}
