import type {EndStatus, Problem} from '../domain/run-event.js';
import {errors, toProblem, type UserError} from '../errors.js';

/** How a worker ended, as its host saw it. */
export type WorkerExit = {
  /** Exit code, or null where a signal ended it or it never began. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** Why the process could not be started at all. */
  readonly failure?: Error;
  /** Why its host had told it to stop. */
  readonly stopped?: StopReason;
  /** The silence, in milliseconds, for which its host killed it. */
  readonly silentMs?: number;
  /** Whether the kernel killed processes for want of memory meanwhile. */
  readonly oomKilled: boolean;
  /** The end of what this attempt printed. */
  readonly printed: string;
  /** Wall time, in seconds. */
  readonly seconds: number;
};

/**
`stopped`: the sweep was. `paused`: all runs were. `lost`: the run is another host's by now. `timed-out`: its time is up. The first of
them counts.
*/
export type StopReason = 'stopped' | 'paused' | 'cancelled' | 'timed-out' | 'lost';

/** Why a worker that recorded no end of its own is gone: the status and the problem to record for it. */
export function explainExit(runId: string, exit: WorkerExit): {readonly status: EndStatus; readonly problem: Problem} {
  const [status, error] = judgeExit(runId, exit);
  return {status, problem: toProblem(error)};
}

// V8's and C++'s last words before they abort.
const outOfMemoryWords = /heap out of memory|std::bad_alloc/v;
const crashes: ReadonlySet<string> = new Set(['SIGSEGV', 'SIGBUS', 'SIGILL', 'SIGFPE', 'SIGABRT', 'SIGTRAP']);

function judgeExit(runId: string, exit: WorkerExit): [EndStatus, UserError] {
  if (exit.stopped !== undefined) {
    return ['interrupted', errors.runInterrupted()];
  }

  if (exit.silentMs !== undefined) {
    return ['timed-out', errors.workerHung(runId, exit.silentMs)];
  }

  if (exit.signal === 'SIGKILL' && exit.oomKilled) {
    return ['out-of-memory', errors.workerMemory('the worker was killed by the system for want of memory')];
  }

  if (exit.signal === 'SIGABRT' && outOfMemoryWords.test(exit.printed)) {
    return ['out-of-memory', errors.workerMemory('the worker could not get the memory that it asked for')];
  }

  const how = `${describeEnd(exit)}${lastWords(exit.printed)}`;
  // The same code would end with the same exit code again.
  return ['failed', exit.signal === null && !exit.failure ? errors.workerDied(runId, how) : errors.workerKilled(runId, how, exit.failure)];
}

function describeEnd({code, signal, failure}: WorkerExit): string {
  if (failure) {
    return `the worker could not be started (${failure.message})`;
  }

  if (signal === null) {
    return `the worker ended with exit code ${code} before it recorded a result`;
  }

  if (signal === 'SIGKILL') {
    return 'the worker was killed by SIGKILL (perhaps by the system for want of memory)';
  }

  return crashes.has(signal) ? `the worker crashed in native code (${signal})` : `the worker was ended by ${signal}`;
}

// The frames of a stack, and Node's name below it, tell less than the lines above them.
const noise = /^\s+at |^Node\.js v/v;

function lastWords(printed: string): string {
  const lines = printed.split('\n').filter(line => line.trim() !== '' && !noise.test(line)).slice(-5);
  return lines.length === 0 ? '' : `; the last that it printed:\n${lines.map(line => `  ${line.slice(0, 300)}`).join('\n')}`;
}
