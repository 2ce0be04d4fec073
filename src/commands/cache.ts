import process from 'node:process';
import type {Command} from 'commander';
import {parseCount} from './parse-count.js';
import {findPlaces} from './places.js';

type ListOptions = {readonly json?: true};
type PruneOptions = {readonly unusedFor: number; readonly all?: true; readonly dryRun?: true};

/** `ablate cache`: what is kept so that it need not be computed again. */
export function registerCache(program: Command): void {
  const cache = program.command('cache')
    .description('list and prune what is kept so that no photo is decoded or looked at twice')
    .addHelpText('after', `
Examples:
  ablate cache list
  ablate cache prune --unused-for 7`);
  registerList(cache);
  registerPrune(cache);
}

function registerList(cache: Command): void {
  cache.command('list')
    .description('features of frozen backbones and decoded photos: how large, of what, when they were last used')
    .option('--json', 'as JSON')
    .addHelpText('after', `
Example:
  ablate cache list`)
    .action(async ({json}: ListOptions) => {
      const {listCache} = await import('./cache/list-cache.js');
      process.stdout.write(await listCache(findPlaces(), json));
    });
}

function registerPrune(cache: Command): void {
  cache.command('prune')
    .description('delete what was not used for a while; a run that wants it computes it again')
    .option('--unused-for <days>', 'what was last used so many days ago or earlier', parseCount('--unused-for'), 30)
    .option('--all', 'whenever it was last used')
    .option('--dry-run', 'say what would go, and delete nothing')
    .addHelpText('after', `
Examples:
  ablate cache prune --dry-run
  ablate cache prune --all

Weights, data sets and the engine stay. What a run is adding to at the time stays too.`)
    .action(async ({unusedFor, all, dryRun}: PruneOptions) => {
      const {pruneCache} = await import('./cache/prune-cache.js');
      process.stdout.write(await pruneCache(findPlaces(), {unusedForDays: all ? 0 : unusedFor, isDryRun: dryRun === true}));
    });
}
