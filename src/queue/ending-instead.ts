import type {EndedEvent} from '../domain/run-event.js';
import {errors, toProblem} from '../errors.js';
import type {Ending} from './close-attempt.js';
import type {StopReason} from './explain-exit.js';

/** What to record behind the end of a worker that only knew that it was told to stop; undefined where that is all there is to say. */
export function endingInstead(
  {status, seconds}: EndedEvent,
  reason: StopReason | undefined,
  {runId, timeout}: {readonly runId: string; readonly timeout: number},
): Ending | undefined {
  // One that was done all the same is done.
  if (status !== 'interrupted') {
    return undefined;
  }

  switch (reason) {
    case 'cancelled': {
      return {status: 'cancelled', seconds, problem: toProblem(errors.runCancelled(runId))};
    }

    case 'timed-out': {
      return {status: 'timed-out', seconds, problem: toProblem(errors.runTimedOut(timeout))};
    }

    case undefined: {
      return {status: 'failed', seconds, problem: toProblem(errors.workerKilled(runId, 'the worker was ended by SIGTERM, not by ablate'))};
    }

    case 'stopped':
    case 'paused':
    case 'lost': {
      return undefined;
    }
  }
}
