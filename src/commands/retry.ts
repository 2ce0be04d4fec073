import process from 'node:process';
import type {Command} from 'commander';
import {parseCount} from './parse-count.js';
import {parseSeconds} from './parse-seconds.js';
import {findPlaces} from './places.js';
import type {RetryOptions} from './retry-runs.js';

/** `ablate retry`: trains again what failed or was cancelled. */
export function registerRetry(program: Command): void {
  program.command('retry')
    .description('put runs that failed or were cancelled back into the queue, and train them')
    .argument('[runs...]', 'ids of runs or their beginnings, or names of rows (default: every run that failed)')
    .option('--failed', 'every run that failed, beside those that are named')
    .option('--slots <number>', 'how many runs at once on each GPU, or on the processor (default: 1)', parseCount('--slots'))
    .option('--threads <number>', 'threads a run computes with (default: the cores, shared by the slots)', parseCount('--threads'))
    .option('--hung-after <time>', 'how long a run may show no life before it is ended and begun again (default: 45m)', parseSeconds('--hung-after'))
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .option('--profile', 'print after each run where an epoch\'s time went')
    .option('--json', 'what happens as JSON lines')
    .addHelpText('after', `
Examples:
  ablate retry
  ablate retry small-dropout-0-1a2b3c4d

A run goes on from its last checkpoint. Where an ablate is at work in the same runs folder, it takes them up.`)
    .action(retry);
}

async function retry(runs: string[], options: RetryOptions): Promise<void> {
  const {retryRuns} = await import('./retry-runs.js');
  process.exitCode = await retryRuns(runs, options, findPlaces(options));
}
