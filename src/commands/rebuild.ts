import process from 'node:process';
import type {Command} from 'commander';
import {printable} from '../errors.js';
import {findPlaces} from './places.js';
import type {Rebuilt} from './rebuild/rebuild-store.js';

type Options = {readonly runs?: string; readonly json?: true};

/** `ablate rebuild`: makes a lost or damaged database anew. */
export function registerRebuild(program: Command): void {
  program.command('rebuild')
    .description('make a lost or damaged database anew from the folders of the runs; trains nothing')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .option('--json', 'what it was made of as JSON')
    .addHelpText('after', `
Example:
  ablate rebuild

An old database is kept beside the new one as ablate.db.damaged-1, never deleted. While an ablate is at work in the folder nothing is done.
Exit code 1 where something was damaged, and so was left out.`)
    .action(rebuild);
}

async function rebuild({runs: folder, json}: Options): Promise<void> {
  const {FolderHold} = await import('../queue/folder-hold.js');
  const {rebuildStore} = await import('./rebuild/rebuild-store.js');
  const {rebuildProgress} = await import('./rebuild/rebuild-progress.js');
  const {ensureResults} = await import('./rebuild/ensure-results.js');
  const places = findPlaces({runs: folder});
  ensureResults(places.runs);
  const progress = rebuildProgress(process.stderr);
  const hold = await FolderHold.takeAlone(places.runs, {onWait: progress.tellOfWaiting});
  try {
    const rebuilt = await rebuildStore(places.runs, {onProgress: progress.update, ensureAlone() {
      hold.ensureMine();
    }});
    progress.end();
    process.stdout.write(printable(json ? `${JSON.stringify(rebuilt, undefined, 2)}\n` : describe(rebuilt)));
    process.exitCode = rebuilt.leftOut.length > 0 ? 1 : 0;
  } finally {
    progress.end();
    hold.release();
  }
}

function describe({runs, epochs, hasPlans, leftOut, kept}: Rebuilt): string {
  return [
    `Made ablate.db anew: ${runs} ${runs === 1 ? 'run' : 'runs'}, ${epochs} ${epochs === 1 ? 'epoch' : 'epochs'}.`,
    ...kept === undefined ? [] : [`The old one is kept as ${kept}.`],
    ...hasPlans ? [] : ['There was no plans.jsonl: runs that never began, and which form of a row is the newest, were told by the runs\' folders as far as they can.'],
    ...leftOut.length > 0 ? ['Left out:'] : [],
    ...leftOut.map(({file, line, reason}) => `  ${file}${line === undefined ? '' : `:${line}`} ${reason}`),
  ].map(line => `${line}\n`).join('');
}
