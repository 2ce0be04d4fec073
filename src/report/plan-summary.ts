import type {Device} from '../domain/device.js';
import type {PlannedRun} from '../domain/planned-run.js';
import {formatDuration} from './format-duration.js';

/** `6 runs: 2 done already, 4 to do, about 3 min 20 s on 1 slot, with 219 looks at photos that the cache lacks.` */
export function planSummary(runs: readonly PlannedRun[], slots: readonly Device[]): string {
  const toDo = runs.filter(run => isToDo(run));
  const count = (state: PlannedRun['state'], words: string) => {
    const number = runs.filter(run => run.state === state).length;
    return number > 0 ? [`${number} ${words}`] : [];
  };

  const parts = [...count('done', 'done already'), ...count('running', 'being trained by another ablate'), ...count('failed', 'failed before'), ...count('cancelled', 'cancelled'), `${toDo.length} to do`];
  // Slots on one device share it.
  const devices = new Set(slots.map(({kind, index}) => `${kind}${index}`)).size;
  const seconds = toDo.reduce((sum, run) => sum + run.estimate.seconds, 0) / devices;
  const basis = toDo.some(run => run.estimate.basis === 'calculated') ? ' (~ by arithmetic, not yet measured here)' : '';
  const time = toDo.length > 0 ? `, about ${formatDuration(seconds)} on ${slots.length} slot${slots.length === 1 ? '' : 's'}${basis}` : '';
  const looks = toDo.reduce((sum, run) => sum + (run.looks ?? 0), 0);
  const looking = looks > 0 ? `, with ${looks} look${looks === 1 ? '' : 's'} at photos that the cache lacks` : '';
  return `${runs.length} run${runs.length === 1 ? '' : 's'}: ${parts.join(', ')}${time}${looking}.`;
}

/** Whether a run is still to be trained by who planned it. */
export function isToDo({state}: PlannedRun): boolean {
  return !['done', 'running', 'failed', 'cancelled'].includes(state);
}
