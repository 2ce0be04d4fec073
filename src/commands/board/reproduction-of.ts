import type {Reproduction, RowVerdict, StoredBoardRow} from '../../domain/board-row.js';
import {givenScore} from '../../score/published/given-score.js';
import {publishedStatus} from '../../score/published/published-status.js';

/** What the published score of a row is beside what the row found; null where none was published. */
export function reproductionOf(
  {published, protocol, protocol_low: from, protocol_high: to}: StoredBoardRow,
  {last_low: low, last_high: high}: RowVerdict,
): Reproduction | null {
  if (published === null) {
    return null;
  }

  return publishedStatus(givenScore(published), {
    last: low === null || high === null ? null : {low, high},
    protocol: protocol === null || from === null || to === null ? null : {expected: protocol, low: from, high: to},
  });
}
