import type {RunUpdate} from '../domain/queue-update.js';
import {printable} from '../errors.js';
import {formatDuration} from './format-duration.js';
import type {ActiveRun} from './sweep-progress.js';

/** A line about a run that is over, and below it, indented, why it did not finish. */
export type RunEnd = {readonly head: string; readonly reason: readonly string[]};

/** What there is to say of a run that is over: `small seed 0: last 0.534, best 0.550 (33 s)`. */
export function describeEnd(update: Extract<RunUpdate, {kind: 'ended'}>, active: ActiveRun | undefined, now: number): RunEnd {
  const name = `${update.run.experiment.name} seed ${update.run.seed}`;
  const took = active ? ` (${formatDuration((now - active.startedAt) / 1000)})` : '';
  if (update.status === 'done') {
    return {head: `${name}: last ${score(active?.valAccuracy)}, best ${score(active?.best)}${took}`, reason: []};
  }

  // A reason may quote several lines of what the worker printed.
  const reason = printable(update.problem?.message ?? '').split('\n').filter(line => line !== '');
  return {head: `${name}: ${update.status}${took}`, reason: reason.map(line => `    ${line}`)};
}

function score(accuracy: number | undefined): string {
  return accuracy === undefined ? '–' : accuracy.toFixed(3);
}
