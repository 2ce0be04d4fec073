import process from 'node:process';
import type {Command} from 'commander';
import type {PlannedRun} from '../domain/planned-run.js';
import {printable} from '../errors.js';
import {collect} from './collect.js';
import type {WantedWeights} from './find-row-weights.js';
import {parseCount} from './parse-count.js';
import {findPlaces} from './places.js';
import {tableWidth} from './table-width.js';
import {tellNotes} from './tell-notes.js';

type Options = {readonly set: readonly string[]; readonly runs?: string; readonly slots?: number; readonly json?: true};

/** `ablate plan`: what `ablate run` would do, and how long it should take. */
export function registerPlan(program: Command): void {
  program.command('plan')
    .description('show what is done, what is to do and how long it should take; trains nothing')
    .argument('[paths...]', 'experiment files, or folders that hold them', ['experiments'])
    .option('--set <key=value>', 'override a value for this call, as a row of its own, compared with its parent under the same (repeatable)', collect, [])
    .option('--runs <folder>', 'where runs are stored (default: $ABLATE_RUNS, else ./runs)')
    .option('--slots <number>', 'how many runs at once on each GPU, or on the processor', parseCount('--slots'))
    .option('--json', 'the plan as JSON')
    .addHelpText('after', `
Example:
  ablate plan experiments/table --set epochs=10`)
    .action(plan);
}

async function plan(paths: string[], {set, runs: folder, slots: wanted, json}: Options): Promise<void> {
  const places = findPlaces({runs: folder});
  const {planSweep} = await import('./plan-sweep.js');
  const {findStore} = await import('./find-store.js');
  const {chooseSlots} = await import('./choose-slots.js');
  const slots = chooseSlots(wanted, places);
  const {runs, missing} = await planSweep({paths, overrides: set, slots}, places, findStore(places));
  if (json) {
    process.stdout.write(`${JSON.stringify(runs.map(run => toRow(run, missing)), undefined, 2)}\n`);
  } else {
    const {planTable} = await import('../report/plan-table.js');
    process.stdout.write(`${planTable(runs, slots, tableWidth())}\n`);
  }

  const {preprocessNotes} = await import('./preprocess-notes.js');
  tellNotes(preprocessNotes(runs.map(({experiment}) => experiment)));

  if (missing.length > 0) {
    const {missingWeightsError} = await import('./find-row-weights.js');
    const {message, hint} = missingWeightsError(missing);
    process.stderr.write(printable(`\nWithout these weights \`ablate run\` does not start, and it cannot be told whether the rows are done:\n${message}\n→ ${hint}\n`));
  }
}

function toRow(run: PlannedRun, missing: readonly WantedWeights[]): Record<string, unknown> {
  const {id, experiment, seed, state, fingerprint, estimate: {seconds, basis}} = run;
  const {name, file} = experiment;
  const looking = {looks: run.looks ?? 0, features: run.features ?? null};
  const row = {run_id: id, name, file, seed, state, epochs_done: run.epochsDone ?? 0, fingerprint, seconds: Math.round(seconds), basis, ...looking};
  // Weights are part of what a run is.
  return missing.some(({experiments}) => experiments.includes(experiment))
    ? {...row, run_id: null, fingerprint: null, weights: 'missing'}
    : row;
}
