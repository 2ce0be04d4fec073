import process from 'node:process';
import type {Command} from 'commander';
import {parseShare} from './parse-share.js';
import {findPlaces} from './places.js';

type GetOptions = {readonly from?: string; readonly json?: true};
type CheckOptions = {readonly validation: number; readonly json?: true};
type ListOptions = {readonly json?: true};

/** `ablate data`: fetch, check and list the photos. */
export function registerData(program: Command): void {
  const data = program.command('data')
    .description('fetch, check and list data sets')
    .addHelpText('after', `
Examples:
  ablate data list
  ablate data check photos/`);
  registerGet(data);
  registerCheck(data);
  registerList(data);
}

function registerGet(data: Command): void {
  data.command('get')
    .description('fetch a data set into the cache, and check that it is whole')
    .argument('<name>', 'trashnet or drawn-litter')
    .option('--from <source>', 'a zip, a folder or a URL, instead of the public homes')
    .option('--json', 'where it lies, as JSON')
    .addHelpText('after', `
Examples:
  ablate data get trashnet
  ablate data get trashnet --from ~/Downloads/dataset-resized.zip

Does nothing where the data set is there already ($ABLATE_DATA, ./data or the cache).`)
    .action(async (name: string, {from, json}: GetOptions) => {
      const {getData} = await import('./data/get-data.js');
      process.stdout.write(await getData(name, {places: findPlaces(), from, json, log: process.stderr}));
    });
}

function registerCheck(data: Command): void {
  data.command('check')
    .description('look at every picture: unreadable and truncated ones, copies across the split, wrong labels, counts by class and split')
    .argument('[data sets...]', 'names, folders of photos, or lists of labels (.csv) (default: every known one that is found)')
    .option('--validation <share>', 'the share of each class that validates, as split.method keras counts', parseShare('--validation'), 0.1)
    .option('--json', 'the findings as JSON')
    .addHelpText('after', `
Examples:
  ablate data check trashnet
  ablate data check ./photos --validation 0.2 --json

Exit codes: 0 a run can use them, 1 unreadable pictures or empty classes were found, 2 a data set is not there.`)
    .action(async (given: string[], {validation, json}: CheckOptions) => {
      const {checkData} = await import('./data/check-data.js');
      const {text, isFine} = await checkData(given, {places: findPlaces(), validation, json, log: process.stderr});
      process.stdout.write(text);
      process.exitCode = isFine ? 0 : 1;
    });
}

function registerList(data: Command): void {
  data.command('list')
    .description('the data sets that an experiment can call by name, and where they lie')
    .option('--json', 'as JSON')
    .addHelpText('after', `
Example:
  ablate data list`)
    .action(async ({json}: ListOptions) => {
      const {listData} = await import('./data/list-data.js');
      process.stdout.write(await listData(findPlaces(), json));
    });
}
