import fs from 'node:fs';
import type {RunEvent} from '../domain/run-event.js';
import {errors, toProblem} from '../errors.js';
import {readEvents} from '../protocol/read-events.js';
import type {RunFolder} from '../protocol/run-folder.js';
import {closeAttempt} from './close-attempt.js';
import {isLockHeld, RunLock} from './run-lock.js';

/** Whether a live host or worker is at work in a run's folder. */
export function isRunHeld(folder: RunFolder): boolean {
  return isLockHeld(folder.lock);
}

/**
Puts the events of a run right whose host died: an attempt that was never closed is closed as interrupted. Gives all
events of the run, for the database to catch up with; undefined where somebody is at work on it.
*/
export async function recoverRun(folder: RunFolder): Promise<readonly RunEvent[] | undefined> {
  if (!fs.existsSync(folder.events)) {
    return [];
  }

  if (isRunHeld(folder)) {
    return undefined;
  }

  const lock = await RunLock.acquire(folder.lock);
  if (!(lock instanceof RunLock)) {
    return undefined;
  }

  try {
    const {events} = readEvents(folder.events);
    const first = events.findLast(event => event.type === 'started') ?? events[0];
    if (first) {
      closeAttempt(folder.events, first.seq, () => ({
        status: 'interrupted',
        seconds: (Date.parse(events.at(-1)!.at) - Date.parse(first.at)) / 1000,
        problem: toProblem(errors.hostDied()),
      }));
    }

    return readEvents(folder.events).events;
  } finally {
    lock.release();
  }
}
