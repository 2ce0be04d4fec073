import type {RunRow} from '../domain/run-row.js';
import {errors} from '../errors.js';
import {heldRuns} from '../queue/held-runs.js';
import type {Store} from '../store/open-store.js';
import {isFailure} from './is-failure.js';

/**
The stored runs as they are now: one whose host was killed shows as interrupted, before the next sweep records it, and one that waits for its
next attempt as queued.
*/
export function liveRunRows(store: Store, runsFolder: string): RunRow[] {
  return asLive(store.runRows(), heldRuns(runsFolder));
}

/** The same of rows that were read, given the runs that somebody is at work on. */
export function asLive(rows: readonly RunRow[], held: {has: (runId: string) => boolean}): RunRow[] {
  return rows.map(row => held.has(row.run_id) ? asHeld(row) : asLeft(row));
}

// What is stored of it then is how its last attempt ended.
function asHeld(row: RunRow): RunRow {
  return isFailure(row.status) || row.status === 'interrupted' ? {...row, status: 'queued', hint: 'It begins again by itself.'} : row;
}

function asLeft(row: RunRow): RunRow {
  if (row.status !== 'running') {
    return row;
  }

  const {code, message, hint = null} = errors.hostDied();
  return {...row, status: 'interrupted', problem_code: code, problem: message, hint};
}
