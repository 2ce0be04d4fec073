import chalk from 'chalk';
import type {RunRow} from '../domain/run-row.js';
import {colourStatus} from './colour-status.js';
import {formatDuration} from './format-duration.js';
import {layoutTable} from './layout-table.js';
import {noteLines} from './note-lines.js';
import {problemLines} from './problem-lines.js';

/** The runs for a terminal of `width` characters, and below them why runs did not finish. */
export function statusTable(rows: readonly RunRow[], width: number): string {
  // Nothing waits in a queue that nobody works on.
  const isGoingOn = rows.some(({status}) => status === 'running');
  const words = ({status, attempts}: RunRow) => status === 'queued' && attempts === 0 && !isGoingOn ? 'not started' : status;
  const lines = layoutTable([
    {title: 'run', cells: rows.map(row => row.run_id)},
    {title: 'status', cells: rows.map(row => colourStatus(row.status, words(row)))},
    {title: 'epochs', align: 'right', cells: rows.map(row => `${row.epochs_done}/${row.epochs}`)},
    {title: 'last', align: 'right', cells: rows.map(row => row.val_accuracy === null ? '–' : row.val_accuracy.toFixed(3))},
    {title: 'time', align: 'right', priority: 1, cells: rows.map(row => row.seconds === null ? '' : formatDuration(row.seconds))},
    {title: 'attempts', align: 'right', priority: 2, cells: rows.map(row => String(row.attempts))},
  ], width, chalk.bold);
  return [...lines, ...rows.flatMap(row => [...problemLines(row), ...noteLines({...row, notes: row.notes === null ? [] : JSON.parse(row.notes) as string[]})])].join('\n');
}
