import type {PlannedRun} from './planned-run.js';
import type {Progress} from './progress.js';
import type {EndStatus, Problem, RunEvent} from './run-event.js';
import type {RunProfile} from './run-profile.js';

/** What the queue tells whoever watches a sweep, of a run or of the queue itself. */
export type QueueUpdate = RunUpdate | QueueNews;

/**
Of a run: either `skipped` alone, or `started`, any number of events and progress, a profile where one was asked for, and `ended`; or, of one
that was over when its turn came, `history` and `ended`.
In place of `ended` may stand `requeued`: then the run waits for another start, or for how somebody else ends it; and a run that
has ended may be `requeued` too. `history` are events of earlier attempts, for who keeps them. Every event is on disk before it is
told, and is told in the order of its `seq`.
*/
export type RunUpdate = {readonly run: PlannedRun; readonly slot: number} & (
  | {readonly kind: 'history'; readonly events: readonly RunEvent[]}
  | {readonly kind: 'started'; readonly attempt: number}
  | {readonly kind: 'event'; readonly event: RunEvent}
  | {readonly kind: 'progress'; readonly progress: Progress}
  | ({readonly kind: 'no-room'} & WaitingForRoom)
  | {readonly kind: 'profile'; readonly profile: RunProfile}
  | {readonly kind: 'ended'; readonly status: EndStatus; readonly problem?: Problem}
  | {readonly kind: 'skipped'; readonly reason: SkipReason; readonly problem: Problem}
  | {readonly kind: 'requeued'; readonly reason: RequeueReason; readonly problem?: Problem; readonly pauseMs?: number}
);

/** There is no room on the disk for what the run is to write next, `bytes` where that is known. Told again and again until there is. */
export type WaitingForRoom = {readonly bytes?: number | undefined};

/** `added`: runs have come that were not there at the start. `waiting`: all that is left are runs of other hosts. */
export type QueueNews
  = | {readonly kind: 'added'; readonly runs: readonly PlannedRun[]}
    | {readonly kind: 'paused' | 'resumed'}
    | {readonly kind: 'waiting'; readonly runs: readonly PlannedRun[]; readonly holders: readonly string[]}
    | {readonly kind: 'trouble'; readonly problem: Problem};

/**
`held`: another host is training this run, and the sweep was told to stop. `shared`: a run earlier in the list has the same
fingerprint. `stopped`: the sweep was told to stop before the run's turn came. `replaced`: its file changed meanwhile.
*/
export type SkipReason = 'held' | 'shared' | 'stopped' | 'replaced';

/**
`restart`: what ended it can pass. `paused`: all runs were. `lost`: another host has taken it over. `trouble`: its folder cannot be
written just now. `retry`: somebody asked for it.
*/
export type RequeueReason = 'restart' | 'paused' | 'lost' | 'trouble' | 'retry';
