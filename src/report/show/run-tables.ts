import chalk from 'chalk';
import {printableLine} from '../../errors.js';
import {colourStatus} from '../colour-status.js';
import {formatBytes} from '../format-bytes.js';
import {formatDuration} from '../format-duration.js';
import {layoutTable} from '../layout-table.js';
import type {Detail} from './detail.js';

/** The runs of a row. */
export function runTable({runs}: Detail, width: number): string[] {
  return layoutTable([
    {title: 'run', cells: runs.map(run => printableLine(run.run_id))},
    {title: 'status', cells: runs.map(({status}) => colourStatus(status))},
    {title: 'epochs', align: 'right', cells: runs.map(({epochs, row}) => `${epochs.length}/${row.config.epochs}`)},
    {title: 'time', align: 'right', cells: runs.map(({seconds}) => seconds === null ? '' : formatDuration(seconds))},
    {title: 'began, UTC', priority: 1, cells: runs.map(run => run.started_at?.slice(0, 16).replace('T', ' ') ?? '')},
  ], width, chalk.bold);
}

/** The files that its runs left. */
export function artifactTable({runs, folders}: Detail, width: number): string[] {
  const all = runs.flatMap(run => run.artifacts.map(artifact => ({...artifact, folder: folders[run.run_id]!})));
  if (all.length === 0) {
    return [];
  }

  return layoutTable([
    {title: 'file', cells: all.map(({folder, path}) => printableLine(`${folder}/${path}`))},
    {title: 'what', priority: 2, cells: all.map(({kind}) => printableLine(kind))},
    {title: 'size', align: 'right', priority: 1, cells: all.map(({bytes}) => formatBytes(bytes))},
  ], width, chalk.bold);
}
