import type {Reproduction, RowVerdict} from '../../domain/board-row.js';
import {givenScore} from '../../score/published/given-score.js';
import {publishedStatus} from '../../score/published/published-status.js';
import type {ScoreDistribution} from '../../score/run/protocol-score.js';

/** What the published score of a row is beside what the row found; null where none was published. */
export function reproductionOf(
  published: number | null,
  {last_low: low, last_high: high}: RowVerdict,
  protocol: ScoreDistribution | undefined,
): Reproduction | null {
  return published === null
    ? null
    : publishedStatus(givenScore(published), {last: low === null || high === null ? null : {low, high}, protocol: protocol ?? null});
}
