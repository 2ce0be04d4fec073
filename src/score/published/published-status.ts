import type {Interval} from '../interval.js';
import type {ScoreDistribution} from '../run/protocol-score.js';
import {couldBe} from './could-be.js';
import type {GivenScore} from './given-score.js';

export type PublishedStatus = 'reproduced' | 'explained by its protocol' | 'differs' | 'not run';

/** What a row of our own found; each null where the row was not run. */
export type OwnResult = {
  /** The 95 % interval of `last`. */
  readonly last: Interval | null;
  /** What the study's scoring would have said of the row; null also where the study scored on all pictures. */
  readonly protocol: ScoreDistribution | null;
};

/** What becomes of a published score beside a row's own result. docs/scores.md says what each status means, and what it does not. */
export function publishedStatus(given: GivenScore, {last, protocol}: OwnResult): PublishedStatus {
  if (!last) {
    return 'not run';
  }

  if (couldBe(given, last)) {
    return 'reproduced';
  }

  return protocol && couldBe(given, protocol) ? 'explained by its protocol' : 'differs';
}
