import type {StoredBoardRow} from '../../domain/board-row.js';
import type {RunDetails} from '../../domain/run-details.js';
import type {RunStatus} from '../../domain/run-event.js';
import type {Subject} from '../../domain/subject.js';
import {commandLine} from '../command-line.js';

const ofRun: Readonly<Record<RunStatus, (run: RunDetails) => string[][]>> = {
  done: () => [],
  running: run => [['logs', run.run_id, '-f'], ['cancel', run.run_id]],
  queued: run => [['run', run.row.file]],
  interrupted: run => [['run', run.row.file], ['logs', run.run_id]],
  cancelled: run => [['retry', run.run_id]],
  failed: run => [['logs', run.run_id], ['retry', run.run_id]],
  'timed-out': run => [['logs', run.run_id], ['retry', run.run_id]],
  'out-of-memory': run => [['logs', run.run_id], ['retry', run.run_id]],
};

/** The commands that make sense of a subject as it stands; of several runs that stand alike, for the first. */
export function nextCommands({kind, label, row, runs}: Subject, board: readonly StoredBoardRow[]): string[] {
  const firstOfEach = runs.filter((run, index) => runs.findIndex(other => other.status === run.status) === index);
  const isDone = runs.some(({status}) => status === 'done');
  const scored = (name: string | null) => board.some(each => each.name === name && each.seeds > 0);
  const commands = [
    ...firstOfEach.flatMap(run => ofRun[run.status](run)),
    ...isDone && row.parent !== row.name && scored(row.parent) ? [['diff', row.parent!, label]] : [],
    ...kind === 'row' && runs.length > 1 ? [['show', runs[0]!.run_id]] : [],
    ...isDone ? [['export', 'tensorboard', label]] : [],
  ];
  return [...new Set(commands.map(args => commandLine(args)))];
}
