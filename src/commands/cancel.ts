import process from 'node:process';
import type {Command} from 'commander';
import {findPlaces} from './places.js';

/** `ablate cancel`: takes runs out of the queue. */
export function registerCancel(program: Command): void {
  program.command('cancel')
    .description('take runs out of the queue; one that is being trained finishes its step and stops')
    .argument('<runs...>', 'ids of runs or their beginnings, or names of rows')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .addHelpText('after', `
Example:
  ablate cancel small-dropout

\`ablate retry\` brings a cancelled run back.`)
    .action(cancel);
}

async function cancel(runs: string[], options: {readonly runs?: string}): Promise<void> {
  const {cancelRuns} = await import('./cancel-runs.js');
  await cancelRuns(runs, findPlaces(options), line => {
    process.stdout.write(`${line}\n`);
  });
}
