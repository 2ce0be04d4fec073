import type {RunRow} from '../domain/run-row.js';
import {errors} from '../errors.js';
import {heldRuns} from '../queue/held-runs.js';
import type {Store} from '../store/open-store.js';

/** The stored runs as they are now: one whose host was killed shows as interrupted, before the next sweep records it. */
export function liveRunRows(store: Store, runsFolder: string): RunRow[] {
  const held = heldRuns(runsFolder);
  return store.runRows().map(row => row.status === 'running' && !held.has(row.run_id) ? asAbandoned(row) : row);
}

function asAbandoned(row: RunRow): RunRow {
  const {code, message, hint = null} = errors.hostDied();
  return {...row, status: 'interrupted', problem_code: code, problem: message, hint};
}
