import process from 'node:process';
import type {Command} from 'commander';
import {collect} from './collect.js';
import {findPlaces} from './places.js';
import {tellNotes} from './tell-notes.js';

type Options = {readonly set: readonly string[]; readonly json?: true};

/** `ablate validate`: every problem of every file, before anything is trained. */
export function registerValidate(program: Command): void {
  program.command('validate')
    .description('check experiment files and folders, and report every problem at once')
    .argument('[paths...]', 'experiment files, or folders that hold them', ['experiments'])
    .option('--set <key=value>', 'override a value for this call, as a row of its own, compared with its parent under the same (repeatable)', collect, [])
    .option('--json', 'problems as JSON')
    .addHelpText('after', `
Example:
  ablate validate experiments/table

Exit code 2 where there is a problem.`)
    .action(validate);
}

async function validate(paths: string[], {set, json}: Options): Promise<void> {
  const {checkRows} = await import('./read-valid-rows.js');
  const {formatProblem} = await import('../spec/explain-problem.js');
  const {errors} = await import('../errors.js');
  const {preprocessNotes} = await import('./preprocess-notes.js');
  const {rows, problems} = await checkRows(paths, set, findPlaces());
  const notes = preprocessNotes(rows.map(({experiment}) => experiment));
  if (json) {
    const named = rows.map(({experiment: {name, file}}) => ({name, file}));
    process.stdout.write(`${JSON.stringify({valid: problems.length === 0, rows: named, problems, notes}, undefined, 2)}\n`);
    process.exitCode = problems.length === 0 ? 0 : 2;
    return;
  }

  tellNotes(notes);
  if (problems.length > 0) {
    throw errors.invalidExperiments(problems.map(problem => formatProblem(problem)));
  }

  const runs = rows.reduce((sum, {experiment}) => sum + experiment.config.seeds.length, 0);
  const files = new Set(rows.map(({experiment}) => experiment.file)).size;
  process.stdout.write(`${plural(files, 'file')}, ${plural(rows.length, 'row')}, ${plural(runs, 'run')}: no problems.\n`);
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
