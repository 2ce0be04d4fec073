import type {RunRow} from '../../domain/run-row.js';
import type {ExportedEpoch} from '../../domain/exported-run.js';

/** How a runs folder is at this moment. */
export type NowData = {
  /** `empty`: nothing was planned yet. Where nobody is at work: `done`, or `failed` where any has, and `stopped` where some wait still. */
  readonly state: 'empty' | 'live' | 'paused' | 'done' | 'failed' | 'stopped';
  readonly running: readonly RunningRun[];
  readonly waiting: readonly WaitingRun[];
  /** Those that failed, or were cancelled, the newest first. */
  readonly failed: readonly RunRow[];
  readonly done: number;
  readonly total: number;
  /** Until all are over; undefined where nothing tells. */
  readonly secondsLeft: number | undefined;
  /** What keeps the page from showing results. */
  readonly trouble: string | undefined;
};

export type RunningRun = {
  readonly run: RunRow;
  readonly epochs: readonly ExportedEpoch[];
  readonly secondsLeft: number | undefined;
};

/** A run, and what it waits for, in words. */
export type WaitingRun = {readonly run: RunRow; readonly why: string};
