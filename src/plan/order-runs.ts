import type {PlannedRun} from '../domain/planned-run.js';

/**
The order in which runs are queued, so that no slot waits for another's work while it could do its own: first those that add features
to the cache, the longest ahead; then those that need none of them; last those that wait for them. Else the plan's order.
A run that adds some features and waits for others is one that adds: what it adds, others may wait for.
*/
export function orderRuns(runs: readonly PlannedRun[]): PlannedRun[] {
  return runs.toSorted((one, other) => turnOf(one) - turnOf(other) || (one.features === 'adds' ? other.estimate.seconds - one.estimate.seconds : 0));
}

function turnOf({features}: PlannedRun): number {
  return {adds: 0, none: 1, waits: 2}[features ?? 'none'];
}
