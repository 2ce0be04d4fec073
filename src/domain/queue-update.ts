import type {PlannedRun} from './planned-run.js';
import type {Progress} from './progress.js';
import type {EndStatus, Problem, RunEvent} from './run-event.js';
import type {RunProfile} from './run-profile.js';

/**
What the queue tells whoever watches a sweep. A run gives either `started`, any number of events and progress, a profile
where one was asked for, and `ended`; or `skipped` alone. Every event is on disk before it is told, and is told once, in the
order of its `seq`.
*/
export type QueueUpdate = {readonly run: PlannedRun; readonly slot: number} & (
  | {readonly kind: 'started'; readonly attempt: number}
  | {readonly kind: 'event'; readonly event: RunEvent}
  | {readonly kind: 'progress'; readonly progress: Progress}
  | ({readonly kind: 'waiting'} & WaitingForRoom)
  | {readonly kind: 'profile'; readonly profile: RunProfile}
  | {readonly kind: 'ended'; readonly status: EndStatus; readonly problem?: Problem}
  | {readonly kind: 'skipped'; readonly reason: SkipReason; readonly problem: Problem}
);

/** There is no room on the disk for what the run is to write next, `bytes` where that is known. Told again and again until there is. */
export type WaitingForRoom = {readonly bytes?: number | undefined};

/**
`held`: another host is training this run. `shared`: a run earlier in the list has the same fingerprint. `stopped`: the
sweep was told to stop before the run's turn came.
*/
export type SkipReason = 'held' | 'shared' | 'stopped';
