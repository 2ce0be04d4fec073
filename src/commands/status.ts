import process from 'node:process';
import type {Command} from 'commander';
import {findPlaces} from './places.js';
import {tableWidth} from './table-width.js';

type Options = {readonly runs?: string; readonly json?: true};

/** `ablate status`: every run, how far it is and why it ended. */
export function registerStatus(program: Command): void {
  program.command('status')
    .description('list the runs: how far each is, how it ended and why')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .option('--json', 'the runs as JSON')
    .addHelpText('after', `
Example:
  ablate status --json`)
    .action(status);
}

async function status({runs: folder, json}: Options): Promise<void> {
  const {openResults} = await import('./find-store.js');
  const {liveRunRows} = await import('./live-run-rows.js');
  const places = findPlaces({runs: folder});
  const rows = liveRunRows(openResults(places), places.runs);
  if (json) {
    process.stdout.write(`${JSON.stringify(rows, undefined, 2)}\n`);
    return;
  }

  const {statusTable} = await import('../report/status-table.js');
  const {isPaused} = await import('../queue/is-paused.js');
  const paused = isPaused(places.runs) ? '\nPaused: `ablate resume` lets the runs go on.\n' : '';
  process.stdout.write(`${statusTable(rows, tableWidth())}\n${paused}`);
}
