import chalk from 'chalk';
import type {Device} from '../domain/device.js';
import type {PlannedRun} from '../domain/planned-run.js';
import {changesOrRoot} from './format-changes.js';
import {formatDuration} from './format-duration.js';
import {layoutTable} from './layout-table.js';

const states: Record<PlannedRun['state'], string> = {
  done: 'done',
  running: 'another ablate is training it',
  again: 'to do again: it was interrupted',
  failed: 'failed: `ablate retry` trains it again',
  cancelled: 'cancelled: `ablate retry` puts it back',
  stale: 'to do: its file or photos changed',
  'to-do': 'to do',
};

/** The runs of a plan and how long they should take, for a terminal of `width` characters. */
export function planTable(runs: readonly PlannedRun[], slots: readonly Device[], width: number): string {
  const lines = layoutTable([
    {title: 'row', cells: runs.map(run => run.experiment.name)},
    {title: 'seed', align: 'right', cells: runs.map(run => String(run.seed))},
    {title: 'epochs', align: 'right', priority: 2, cells: runs.map(run => String(run.experiment.config.epochs))},
    {title: 'changed against parent', priority: 3, cells: runs.map(({experiment}) => changesOrRoot(experiment.parent, experiment.changes))},
    {title: 'state', cells: runs.map(run => stateOf(run))},
    {title: 'time', align: 'right', cells: runs.map(run => isToDo(run) ? timeOf(run) : '')},
  ], width, chalk.bold);
  return [...lines, '', planSummary(runs, slots)].join('\n');
}

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

function stateOf({state, epochsDone}: PlannedRun): string {
  return epochsDone === undefined ? states[state] : `to go on with behind epoch ${epochsDone}`;
}

function isToDo({state}: PlannedRun): boolean {
  return !['done', 'running', 'failed', 'cancelled'].includes(state);
}

function timeOf({estimate}: PlannedRun): string {
  return `${estimate.basis === 'calculated' ? '~' : ''}${formatDuration(estimate.seconds)}`;
}
