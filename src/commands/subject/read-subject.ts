import type {StoredBoardRow} from '../../domain/board-row.js';
import type {Experiment} from '../../domain/experiment.js';
import type {RowFacts, RunDetails} from '../../domain/run-details.js';
import type {Subject} from '../../domain/subject.js';
import {errors} from '../../errors.js';
import {readExperiments} from '../../spec/read-experiments.js';
import type {Store} from '../../store/open-store.js';
import {isBelow} from '../board/is-below.js';
import {findRuns} from '../find-runs.js';
import {isExperimentFile} from '../is-experiment-file.js';
import {liveRunRows} from '../live-run-rows.js';
import type {Places} from '../places.js';
import {readValidRows} from '../read-valid-rows.js';

/**
What a word names, as it stands now: the run of this id, the row of this name, the row of this file, also one that was not run yet, or the one
run whose id begins so. Throws a UserError where it names none, or several.
*/
export async function readSubject(given: string, store: Store | undefined, places: Places): Promise<Subject> {
  const names = rowsNamed(given, store, places);
  if (names.length === 1) {
    return readRow(names[0]!, store!, places);
  }

  if (names.length > 1) {
    throw errors.severalRows(given, names);
  }

  if (isExperimentFile(given, places)) {
    return readFile(given, places);
  }

  if (!store) {
    throw errors.noResults(places.runs);
  }

  const runId = findRuns(given, store)[0]!;
  const runs = asItIs([store.runDetails(runId)], store, places);
  return {kind: 'run', label: runId, row: runs[0]!.row, runs};
}

/** The rows of a name, or of a file; none where the word is a run's id. */
function rowsNamed(given: string, store: Store | undefined, places: Places): string[] {
  if (!store || store.runIds().includes(given)) {
    return [];
  }

  const rows = store.boardRows();
  const named = rows.filter(({name}) => name === given);
  const found = named.length > 0 ? named : rows.filter(row => isBelow(row, given, places));
  return found.length > 0 || !isExperimentFile(given, places) ? found.map(({name}) => name) : rowsIn(given, rows, places);
}

/** Those of a file that was run from elsewhere, where it was called otherwise. */
function rowsIn(file: string, stored: readonly StoredBoardRow[], {cwd}: Places): string[] {
  const names = new Set(stored.map(({name}) => name));
  return readExperiments([file], {cwd}).rows.map(({experiment}) => experiment.name).filter(name => names.has(name));
}

function readRow(name: string, store: Store, places: Places): Subject {
  const ids = store.runRows().filter(row => row.name === name).map(row => row.run_id);
  const runs = asItIs(ids.map(id => store.runDetails(id, name)), store, places).toSorted((left, right) => left.seed - right.seed);
  return {kind: 'row', label: name, row: runs[0]!.row, runs};
}

// A host that was killed could not say what became of its runs.
function asItIs(runs: readonly RunDetails[], store: Store, {runs: folder}: Places): RunDetails[] {
  if (runs.every(({status}) => status === 'done')) {
    return [...runs];
  }

  const live = new Map(liveRunRows(store, folder).map(row => [row.run_id, row]));
  return runs.map(run => {
    const {status, problem_code: code, problem, hint} = live.get(run.run_id) ?? run;
    return {...run, status, problem_code: code, problem, hint};
  });
}

async function readFile(given: string, places: Places): Promise<Subject> {
  const rows = await readValidRows([given], [], places);
  if (rows.length > 1) {
    throw errors.severalRows(given, rows.map(({experiment}) => experiment.name));
  }

  const {experiment} = rows[0]!;
  return {kind: 'row', label: experiment.name, row: factsOf(experiment), runs: []};
}

function factsOf({name, file, parent, changes, description, published, config}: Experiment): RowFacts {
  return {name, file, parent: parent ?? null, changes, description: description ?? null, published: published ?? null, config};
}
