import {setImmediate as giveWay} from 'node:timers/promises';
import {RunScorer} from '../score/run/run-scorer.js';
import {scoreVersion} from '../score/score-version.js';
import type {Store} from '../store/open-store.js';

/** A database whose runs can be scored. */
export type Scorable = Pick<Store, 'runAnswers' | 'recordScores'>;

const longestTurnMs = 100;

/** Scores finished runs and keeps what it finds; gives the ids of those whose stored answers are damaged, and so have no scores. */
export async function scoreRuns(store: Scorable, runIds: readonly string[], onProgress?: (done: number) => void): Promise<readonly string[]> {
  const scorer = new RunScorer();
  const damaged: string[] = [];
  let begun = performance.now();
  for (const [place, runId] of runIds.entries()) {
    if (!scoreRun(store, runId, scorer)) {
      damaged.push(runId);
    }

    // Thousands of runs take minutes, in which whoever holds the folder must show life.
    if (performance.now() - begun > longestTurnMs) {
      onProgress?.(place + 1);
      await giveWay();
      begun = performance.now();
    }
  }

  return damaged;
}

/** Scores one; false where its stored answers are damaged. */
export function scoreRun(store: Scorable, runId: string, scorer: RunScorer): boolean {
  const scores = scorer.score(store.runAnswers(runId));
  if (scores) {
    store.recordScores(runId, scores, scoreVersion);
  }

  return scores !== undefined;
}
