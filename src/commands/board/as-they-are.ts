import type {StoredBoardRow} from '../../domain/board-row.js';
import type {Store} from '../../store/open-store.js';
import {liveRunRows} from '../live-run-rows.js';
import type {Places} from '../places.js';

// Of what no run of a row is, the first; the view `leaderboard` has the same order.
const order = ['running', 'failed', 'out-of-memory', 'timed-out', 'interrupted', 'cancelled', 'queued'] as const;

/** The stored rows, with the status of those that are trained as it is now: their host may have been killed before it could say so. */
export function asTheyAre(rows: readonly StoredBoardRow[], store: Store, {runs: folder}: Places): readonly StoredBoardRow[] {
  const live = liveRunRows(store, folder);
  return rows.map(row => row.status === 'running' ? {...row, status: statusNow(row, live.filter(({name}) => name === row.name).map(({status}) => status))} : row);
}

function statusNow({seeds, status}: StoredBoardRow, statuses: readonly string[]): StoredBoardRow['status'] {
  const found = order.find(each => statuses.includes(each)) ?? status;
  return found !== 'running' && seeds > 0 ? 'partial' : found;
}
