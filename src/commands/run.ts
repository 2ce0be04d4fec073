import process from 'node:process';
import type {Command} from 'commander';
import {collect} from './collect.js';
import {parseCount} from './parse-count.js';
import {parseMinutes} from './parse-minutes.js';
import {parseSeconds} from './parse-seconds.js';
import {findPlaces} from './places.js';
import type {RunOptions} from './run-sweep.js';

/** `ablate run`: trains whatever is not trained yet. */
export function registerRun(program: Command): void {
  program.command('run')
    .description('train what is not trained yet: one run a row and seed, each in a process of its own')
    .argument('[paths...]', 'experiment files, or folders that hold them', ['experiments'])
    .option('--set <key=value>', 'override a value for this call, as a row of its own, compared with its parent under the same (repeatable)', collect, [])
    .option('--slots <number>', 'how many runs at once on each GPU, or on the processor (default: 1)', parseCount('--slots'))
    .option('--threads <number>', 'threads a run computes with (default: the cores, shared by the slots)', parseCount('--threads'))
    .option('--checkpoint-minutes <number>', 'how many minutes of training may be lost at most, where an epoch takes longer (default: 5)', parseMinutes('--checkpoint-minutes'))
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .option('--hung-after <time>', 'how long a run may show no life before it is ended and begun again: seconds, or 30m (default: 45m)', parseSeconds('--hung-after'))
    .option('--watch', 'stay, and train the rows of files that are added or changed; Ctrl-C ends it')
    .option('--profile', 'print after each run where an epoch\'s time went, and keep it in the run\'s profile.json')
    .option('--json', 'what happens as JSON lines')
    .addHelpText('after', `
Examples:
  ablate run experiments/quickstart
  ablate run experiments/table/model1.yaml --set epochs=2 --set 'seeds=[0,1]'

A run that is done or has failed is not trained again; one that was interrupted goes on where it was. Several ablates on one runs
folder share its runs. Ctrl-C once finishes the step, keeps a checkpoint and stops; twice stops at once. Exit code 1 where a run failed
or did not finish, unless it was cancelled. What happens when something dies: docs/sweeps.md.`)
    .action(run);
}

async function run(paths: string[], options: RunOptions): Promise<void> {
  const {runSweep} = await import('./run-sweep.js');
  process.exitCode = await runSweep(paths, options, findPlaces(options));
}
