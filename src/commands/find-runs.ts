import {errors} from '../errors.js';
import type {Store} from '../store/open-store.js';

/**
The runs that a word names: the run of this id, also one that no row of now has; all runs of the row of this name, oldest first; or
the one run whose id begins so. Throws a UserError where it names none, or several.
*/
export function findRuns(given: string, store: Store): readonly string[] {
  const ids = store.runIds();
  if (ids.includes(given)) {
    return [given];
  }

  const ofRow = store.runRows().filter(({name}) => name === given).map(({run_id: runId}) => runId);
  const begun = ids.filter(id => id.startsWith(given));
  if (ofRow.length === 0 && begun.length !== 1) {
    throw errors.unknownRun(given, begun);
  }

  return ofRow.length > 0 ? ofRow : begun;
}
