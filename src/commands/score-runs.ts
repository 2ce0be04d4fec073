import {RunScorer} from '../score/run/run-scorer.js';
import {scoreVersion} from '../score/score-version.js';
import type {Store} from '../store/open-store.js';

/** A database whose runs can be scored. */
export type Scorable = Pick<Store, 'runAnswers' | 'recordScores'>;

/** Scores finished runs and keeps what it finds; gives the ids of those whose stored answers are damaged, and so have no scores. */
export function scoreRuns(store: Scorable, runIds: readonly string[], onProgress?: (done: number) => void): readonly string[] {
  const scorer = new RunScorer();
  const damaged: string[] = [];
  for (const [place, runId] of runIds.entries()) {
    const scores = scorer.score(store.runAnswers(runId));
    if (scores) {
      store.recordScores(runId, scores, scoreVersion);
    } else {
      damaged.push(runId);
    }

    onProgress?.(place + 1);
  }

  return damaged;
}
