import type {StoredBoardRow} from '../../domain/board-row.js';
import type {RunDetails} from '../../domain/run-details.js';
import {errors} from '../../errors.js';
import type {Store} from '../../store/open-store.js';
import type {Places} from '../places.js';
import {readSubject} from '../subject/read-subject.js';

/** The finished run that a word names: a run, the first seed of a row, or of the best row. Throws a UserError where there is none. */
export async function chooseRun(given: string, store: Store, places: Places): Promise<RunDetails> {
  const [, dataset] = /^best(?::(.+))?$/v.exec(given) ?? [undefined, undefined];
  const isBest = given === 'best' || dataset !== undefined;
  const {label, runs} = await readSubject(isBest ? bestRow(store.boardRows(), dataset).name : given, store, places);
  const done = runs.find(({status}) => status === 'done');
  if (!done) {
    throw errors.notTrained(label, [...new Set(runs.map(({status}) => status))].join(', ') || 'not run yet');
  }

  return done;
}

function bestRow(rows: readonly StoredBoardRow[], dataset: string | undefined): StoredBoardRow {
  const scored = rows.filter(({last}) => last !== null);
  const fit = dataset === undefined ? realFirst(scored) : scored.filter(row => row.dataset === dataset);
  const [best] = fit.toSorted((left, right) => right.last! - left.last!);
  const datasets = [...new Set(fit.map(row => row.dataset))];
  if (!best || datasets.length > 1) {
    throw errors.noBest(dataset, [...new Set(scored.map(row => row.dataset))]);
  }

  return best;
}

function realFirst(rows: readonly StoredBoardRow[]): readonly StoredBoardRow[] {
  const real = rows.filter(({synthetic}) => !synthetic);
  return real.length > 0 ? real : rows;
}
