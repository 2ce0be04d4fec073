import type {BoardRow} from '../../domain/board-row.js';
import type {RunRow} from '../../domain/run-row.js';
import type {Store} from '../../store/open-store.js';
import {isFailure} from '../is-failure.js';
import type {Places} from '../places.js';

/** The runs of these rows that failed. Only asked for where there are any, since there may be many runs. */
export async function failedRuns(rows: readonly BoardRow[], store: Store | undefined, {runs}: Places): Promise<readonly RunRow[]> {
  // Of a row that is partly done other seeds may have failed.
  const names = new Set(rows.filter(({status}) => isFailure(status) || status === 'partial').map(({name}) => name));
  if (!store || names.size === 0) {
    return [];
  }

  const {liveRunRows} = await import('../live-run-rows.js');
  return liveRunRows(store, runs).filter(({name, status}) => names.has(name) && isFailure(status));
}
