import process from 'node:process';
import type {Command} from 'commander';
import {findPlaces} from './places.js';

type Options = {readonly follow?: true; readonly runs?: string};

/** `ablate logs`: what a run's worker said. */
export function registerLogs(program: Command): void {
  program.command('logs')
    .description('print what a run said while it was trained')
    .argument('<run>', 'a run\'s id or its beginning, or the name of a row (its newest run)')
    .option('-f, --follow', 'go on as the run goes on; ends with it')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .addHelpText('after', `
Example:
  ablate logs small-dropout -f`)
    .action(logs);
}

async function logs(given: string, {follow, runs: folder}: Options): Promise<void> {
  const {printLog} = await import('./print-log.js');
  await printLog(given, {follow: follow === true, places: findPlaces({runs: folder}), out: process.stdout});
}
