import type {QueueUpdate} from '../domain/queue-update.js';
import {formatDuration} from './format-duration.js';
import type {ActiveRun} from './sweep-progress.js';

/** One line about a run that is over: `small seed 0: last 0.534, best 0.550 (33 s)`. */
export function describeEnd(update: Extract<QueueUpdate, {kind: 'ended'}>, active: ActiveRun | undefined, now: number): string {
  const name = `${update.run.experiment.name} seed ${update.run.seed}`;
  const took = active ? ` (${formatDuration((now - active.startedAt) / 1000)})` : '';
  if (update.status === 'done') {
    return `${name}: last ${score(active?.valAccuracy)}, best ${score(active?.best)}${took}`;
  }

  const reason = update.problem ? `: ${update.problem.message}` : '';
  return `${name}: ${update.status}${reason}${took}`;
}

function score(accuracy: number | undefined): string {
  return accuracy === undefined ? '–' : accuracy.toFixed(3);
}
