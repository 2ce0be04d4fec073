import type {EndedEvent, RunEvent} from '../domain/run-event.js';
import {errors, toProblem} from '../errors.js';
import {makeFolderSync} from '../files/make-folder.js';
import {readEvents} from '../protocol/read-events.js';
import type {RunFolder} from '../protocol/run-folder.js';
import {appendEnd} from './close-attempt.js';

/** Records that a run on which nobody is at work is cancelled. Only for the holder of its lease. */
export function cancelRun(folder: RunFolder): RunEvent & EndedEvent {
  makeFolderSync(folder.path);
  const last = readEvents(folder.events).events.at(-1);
  const seconds = last?.type === 'ended' ? last.seconds : 0;
  return appendEnd(folder.events, {status: 'cancelled', seconds, problem: toProblem(errors.runCancelled(folder.runId))});
}
