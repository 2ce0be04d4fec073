import process from 'node:process';
import type {Command} from 'commander';
import {findPlaces, type Places} from './places.js';

type Options = {readonly runs?: string};

/** `ablate pause` and `ablate resume`: hold all runs of a runs folder, whoever trains them. */
export function registerPause(program: Command): void {
  program.command('pause')
    .description('stop all runs of a runs folder after the step in hand, and begin none, until `ablate resume`')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .addHelpText('after', `
Example:
  ablate pause

The sweeps themselves stay, and go on from the runs' checkpoints with \`ablate resume\`.`)
    .action(async (options: Options) => {
      const isNews = await setPaused(true, findPlaces(options));
      process.stdout.write(isNews ? 'Paused. `ablate resume` lets the runs go on.\n' : 'Is paused already. `ablate resume` lets the runs go on.\n');
    });
}

export function registerResume(program: Command): void {
  program.command('resume')
    .description('let the runs of a paused runs folder go on')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .addHelpText('after', `
Example:
  ablate resume`)
    .action(async (options: Options) => {
      const isNews = await setPaused(false, findPlaces(options));
      process.stdout.write(isNews ? 'Resumed.\n' : 'Was not paused.\n');
    });
}

async function setPaused(isPaused: boolean, places: Places): Promise<boolean> {
  const {openResults} = await import('./find-store.js');
  const {QueueDatabase} = await import('../queue/queue-database.js');
  const {Wishes} = await import('../queue/wishes.js');
  openResults(places).close();
  const database = QueueDatabase.open(places.runs);
  try {
    return new Wishes(database).setPaused(isPaused);
  } finally {
    database.close();
  }
}
