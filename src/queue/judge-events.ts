import type {PlannedRun} from '../domain/planned-run.js';
import type {EndedEvent, RunEvent} from '../domain/run-event.js';
import {parseDuration} from '../files/parse-duration.js';

/** What is to be done with a run, as its events say. */
export type Verdict
  /** It has ended, and is not trained again by itself. */
  = | {readonly kind: 'result'; readonly ended: EndedEvent; readonly attempt: number}
    /**
    `restarts`: how often it has begun again by itself already; `memoryEnds`: how often because its worker was ended for want of memory.
    `spent`: seconds of its attempts so far.
    */
    | {readonly kind: 'train'; readonly attempt: number; readonly restarts: number; readonly memoryEnds: number; readonly spent: number};

// What was no fault of the run: a machine that had too little to give, a driver or a program beside it.
const passing = new Set(['worker-killed', 'worker-memory', 'worker-hung', 'device-busy']);

/** What a run is given. */
export type RunLimits = {
  readonly maxRestarts: number;
  /** Seconds of all attempts together since it was last put back; left away where its time is not to be asked for again. */
  readonly timeout?: number;
};

/** Judges a run by all its events. Only those since it was last put back into the queue count, but for the number of its attempts. */
export function judgeEvents(events: readonly RunEvent[], limits: RunLimits): Verdict {
  const attempts = events.reduce((most, event) => event.type === 'started' ? Math.max(most, event.attempt) : most, 0);
  const counting = events.slice(events.findLastIndex(({type}) => type === 'requeued') + 1);
  const ends = attemptEnds(counting);
  const last = counting.at(-1);
  const restarts = ends.filter(({problem}) => problem !== undefined && passing.has(problem.code)).length;
  const spent = ends.reduce((sum, {seconds}) => sum + seconds, 0);
  if (last?.type === 'ended' && last.status !== 'interrupted' && !isGoingOn(last, {restarts, spent}, limits)) {
    return {kind: 'result', ended: last, attempt: attempts};
  }

  const memoryEnds = ends.filter(({problem}) => problem?.code === 'worker-memory').length;
  return {kind: 'train', attempt: attempts + 1, restarts, memoryEnds, spent};
}

/** Whether what ended a run can pass, or is no more: its time was up, and its file gives it more by now. */
function isGoingOn({problem}: EndedEvent, {restarts, spent}: {restarts: number; spent: number}, {maxRestarts, timeout = 0}: RunLimits): boolean {
  if (problem?.code === 'run-timed-out') {
    // The worker's clock and its host's differ by what it takes to start.
    return timeout > spent + 1;
  }

  return problem !== undefined && passing.has(problem.code) && restarts <= maxRestarts;
}

/** The last word on each attempt: of one that was interrupted its host may have said why. */
function attemptEnds(events: readonly RunEvent[]): EndedEvent[] {
  return events.filter((event, index): event is RunEvent & EndedEvent => {
    const next = events[index + 1];
    return event.type === 'ended' && !(event.status === 'interrupted' && next?.type === 'ended' && next.seconds === event.seconds);
  });
}

const defaultMaxRestarts = 2;

/** What a run's file gives it. */
export function limitsOf({experiment}: PlannedRun): Required<RunLimits> {
  const {max_restarts: maxRestarts = defaultMaxRestarts, timeout = ''} = experiment.config.resources ?? {};
  return {maxRestarts, timeout: parseDuration(timeout) ?? Number.POSITIVE_INFINITY};
}

const firstPauseMs = 1000;
const longestPauseMs = 60_000;

/** How long to wait before the restart, or another try, of this number, counted from 1: a second, two, four, up to a minute. */
export function pauseBefore(restart: number, firstMs = firstPauseMs): number {
  return Math.min(longestPauseMs, firstMs * (2 ** (restart - 1)));
}
