import chalk from 'chalk';
import type {Device} from '../domain/device.js';
import type {PlannedRun} from '../domain/planned-run.js';
import {changesOrRoot} from './format-changes.js';
import {formatDuration} from './format-duration.js';
import {layoutTable} from './layout-table.js';
import {isToDo, planSummary} from './plan-summary.js';

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

function stateOf({state, epochsDone}: PlannedRun): string {
  return epochsDone === undefined ? states[state] : `to go on with behind epoch ${epochsDone}`;
}

function timeOf({estimate}: PlannedRun): string {
  return `${estimate.basis === 'calculated' ? '~' : ''}${formatDuration(estimate.seconds)}`;
}
