import {errors} from '../errors.js';
import type {Store} from '../store/open-store.js';
import {findRuns} from './find-runs.js';

/** The runs that words name, but for done ones. Throws a UserError where a word names no run, or done ones alone. */
export function findUnfinishedRuns(given: readonly string[], store: Store): string[] {
  const done = new Set(store.runRows().filter(({status}) => status === 'done').map(({run_id: runId}) => runId));
  return given.flatMap(word => {
    const found = findRuns(word, store).filter(runId => !done.has(runId));
    if (found.length === 0) {
      throw errors.runDone(word);
    }

    return found;
  });
}
