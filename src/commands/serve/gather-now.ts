import type {RunRow} from '../../domain/run-row.js';
import type {ExportedEpoch} from '../../domain/exported-run.js';
import type {FolderNow} from '../../queue/folder-look.js';
import type {NowData, RunningRun, WaitingRun} from '../../report/live/now-data.js';
import {parseDuration} from '../../files/parse-duration.js';
import {isFailure} from '../is-failure.js';
import {asLive} from '../live-run-rows.js';

/** What is stored of the runs, each once, and the epochs of those that are trained. */
export type StoredNow = {readonly rows: readonly RunRow[]; readonly epochsOf: (runId: string) => readonly ExportedEpoch[]};

/** What is going on, from what is stored and who is at work. */
export function gatherNow({rows, epochsOf}: StoredNow, folder: FolderNow, now: number): Omit<NowData, 'trouble'> {
  const live = asLive(rows, folder.held);
  const running = live.filter(({status}) => status === 'running').map(run => follow(run, epochsOf(run.run_id), now));
  const waiting = live.filter(({status}) => status === 'queued' || status === 'interrupted').map(run => ({run, why: reasonOf(run, folder)}));
  return {
    state: stateOf(live, waiting, folder),
    running,
    waiting,
    failed: live.filter(({status}) => isFailure(status) || status === 'cancelled').toSorted((left, right) => (right.ended_at ?? '').localeCompare(left.ended_at ?? '', 'en')),
    done: live.filter(({status}) => status === 'done').length,
    total: live.length,
    secondsLeft: running.length === 0 ? undefined : sweepLeft(running, waiting, rows),
  };
}

function stateOf(live: readonly RunRow[], waiting: readonly WaitingRun[], {isAtWork, isPaused}: FolderNow): NowData['state'] {
  if (isAtWork || live.length === 0) {
    return isPaused && live.length > 0 ? 'paused' : (isAtWork ? 'live' : 'empty');
  }

  if (waiting.length > 0) {
    return isPaused ? 'paused' : 'stopped';
  }

  return live.some(({status}) => isFailure(status)) ? 'failed' : 'done';
}

/** From the epochs of this attempt, of which the one in hand has begun with the last one's end; it is ended where its time is over. */
function follow(run: RunRow, epochs: readonly ExportedEpoch[], now: number): RunningRun {
  const own = epochs.filter(({epoch}) => epoch >= (run.resumed_epoch ?? 1));
  if (own.length === 0 || run.started_at === null) {
    return {run, epochs, secondsLeft: undefined};
  }

  const took = secondsOf(own);
  const gone = (now - Date.parse(run.started_at)) / 1000;
  const mean = took / own.length;
  // What came before the first epoch is no part of the one in hand, so that no more than an epoch is taken off.
  const toDo = (mean * (run.epochs - run.epochs_done)) - Math.min(mean, Math.max(0, gone - took));
  // Earlier attempts' time counts too, of which their epochs are known.
  const allowed = timeoutOf(run) - (secondsOf(epochs) - took) - Math.max(gone, took);
  return {run, epochs, secondsLeft: Math.max(0, Math.min(toDo, allowed))};
}

/**
What waits, and what has no epoch yet, is taken to need as much an epoch as what is trained and was trained; all is spread over what is trained
at once.
*/
function sweepLeft(running: readonly RunningRun[], waiting: readonly WaitingRun[], rows: readonly RunRow[]): number | undefined {
  const timed = [
    ...running.map(({epochs}) => ({seconds: secondsOf(epochs), epochs: epochs.length})),
    ...rows.filter(({status, seconds}) => status === 'done' && seconds !== null).map(({seconds, epochs}) => ({seconds: seconds!, epochs})),
  ];
  const epochs = timed.reduce((sum, each) => sum + each.epochs, 0);
  if (epochs === 0) {
    return undefined;
  }

  const pace = timed.reduce((sum, {seconds}) => sum + seconds, 0) / epochs;
  const guess = (run: RunRow) => Math.min((run.epochs - run.epochs_done) * pace, timeoutOf(run));
  const own = running.map(({run, secondsLeft}) => secondsLeft ?? guess(run));
  const all = [...own, ...waiting.map(({run}) => guess(run))].reduce((sum, seconds) => sum + seconds, 0);
  return Math.max(all / running.length, ...own);
}

function secondsOf(epochs: readonly ExportedEpoch[]): number {
  return epochs.reduce((sum, {seconds}) => sum + seconds, 0);
}

function timeoutOf({timeout}: RunRow): number {
  return parseDuration(timeout ?? '') ?? Number.POSITIVE_INFINITY;
}

function reasonOf({run_id: id, status, problem}: RunRow, {held, isAtWork, isPaused}: FolderNow): string {
  if (isPaused) {
    return 'paused: `ablate resume` lets it go on';
  }

  if (held.has(id)) {
    return problem === null ? 'comes next' : `begins again by itself: ${problem}`;
  }

  if (status === 'interrupted') {
    return isAtWork ? 'was interrupted' : 'was interrupted: `ablate run` goes on with it';
  }

  return isAtWork ? 'waits for a free slot' : 'nobody is at work: `ablate run` trains it';
}
