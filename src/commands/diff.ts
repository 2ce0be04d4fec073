import process from 'node:process';
import type {Command} from 'commander';
import {findPlaces} from './places.js';
import {tableWidth} from './table-width.js';

type Options = {readonly pictures?: true; readonly runs?: string; readonly json?: true};

const screenful = 20;

/** `ablate diff`: how two rows, or runs, differ, and whether that is more than noise. */
export function registerDiff(program: Command): void {
  program.command('diff')
    .description('how two rows or runs differ: configuration, scores, verdict, pictures that one alone has right, curves')
    .argument('<from>', 'the name of a row, its file, or a run\'s id or its beginning')
    .argument('<to>', 'what to compare with it')
    .option('--pictures', 'list all pictures on which they differ')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .option('--json', 'everything as JSON')
    .addHelpText('after', `
Examples:
  ablate diff small small-dropout
  ablate diff small-0 small-1 --pictures`)
    .action(diff);
}

async function diff(from: string, to: string, {pictures, json, ...options}: Options): Promise<void> {
  const places = findPlaces(options);
  const {findStore} = await import('./find-store.js');
  const {withScores} = await import('./with-scores.js');
  const {readSubject} = await import('./subject/read-subject.js');
  const {compareSubjects} = await import('./diff/compare-subjects.js');
  const found = findStore(places);
  const store = found && await withScores(found, places);
  const subjects = [await readSubject(from, store, places), await readSubject(to, store, places)] as const;
  const difference = compareSubjects(...subjects, store);
  if (json) {
    process.stdout.write(`${JSON.stringify(difference, undefined, 2)}\n`);
    return;
  }

  const {diffText} = await import('../report/diff/diff-text.js');
  process.stdout.write(`${diffText(difference, {width: tableWidth(), pictures: pictures ? Number.POSITIVE_INFINITY : screenful})}\n`);
}
