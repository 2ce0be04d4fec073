import process from 'node:process';
import type {Command} from 'commander';
import {errors} from '../errors.js';
import {findPlaces} from './places.js';
import {tableWidth} from './table-width.js';

type Options = {readonly pictures?: true; readonly runs?: string; readonly json?: true};

const fewWrong = 10;

/** `ablate show`: everything about a run, or about a row and all its seeds. */
export function registerShow(program: Command): void {
  program.command('show')
    .description('one run, or a row with all its seeds: where it stands, scores, classes, what it has most wrong, files')
    .argument('<run>', 'a run\'s id or its beginning, or the name of a row or its file')
    .option('--pictures', 'list all pictures that are wrong')
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .option('--json', 'everything as JSON')
    .addHelpText('after', `
Examples:
  ablate show small-dropout
  ablate show small-0 --json`)
    .action(show);
}

async function show(given: string, {pictures, json, ...options}: Options): Promise<void> {
  const places = findPlaces(options);
  const {openResults} = await import('./find-store.js');
  const {withScores} = await import('./with-scores.js');
  const {readSubject} = await import('./subject/read-subject.js');
  const {describeSubject} = await import('./show/describe-subject.js');
  const store = await withScores(openResults(places), places);
  const subject = await readSubject(given, store, places);
  if (subject.runs.length === 0) {
    throw errors.notRun(subject.label, subject.row.file);
  }

  const detail = describeSubject(subject, store, places);
  if (json) {
    process.stdout.write(`${JSON.stringify(detail, undefined, 2)}\n`);
    return;
  }

  const {showText} = await import('../report/show/show-text.js');
  process.stdout.write(`${showText(detail, {width: tableWidth(), pictures: pictures ? Number.POSITIVE_INFINITY : fewWrong})}\n`);
}
