import type {BoardRow} from '../../domain/board-row.js';
import {bestRows} from '../board/best-rows.js';

const most = 3;

/** Which rows are best: one for all pictures that rows were validated on, since only rows on the same ones can be compared. */
export function bestText(board: readonly BoardRow[]): string {
  const best = bestRows(board);
  if (best.length === 0) {
    return '';
  }

  const shown = best.slice(0, most).map(row => `${best.length > 1 ? `on ${row.validation_pictures} pictures of ${row.dataset}: ` : ''}${scoreOf(row)}`);
  const left = best.length > most ? `; on ${best.length - most} more the leaderboard tells` : '';
  return ` Best after its last epoch: ${shown.join('; ')}${left}.`;
}

function scoreOf({name, last, last_low: low, last_high: high}: BoardRow): string {
  return `${name}, ${percent(last!)}${low === null ? '' : ` (95 %: ${percent(low)} to ${percent(high!)})`}`;
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
