import process from 'node:process';
import {UserError} from '../errors.js';
import {TransferLog} from '../files/transfer-log.js';
import {scoreVersion} from '../score/score-version.js';
import type {Store} from '../store/open-store.js';
import type {Places} from './places.js';
import {tellNotes} from './tell-notes.js';

const manyRuns = 200;

/**
Scores the finished runs that have no scores yet, which those of an earlier ablate have not, before a command shows them. Where nothing can be
written the command shows what there is, and a note says so.
*/
export async function keepScores(store: Store, places: Places): Promise<void> {
  if (store.unscoredRuns(scoreVersion).length === 0) {
    return;
  }

  // Loaded only here: a leaderboard of scored runs starts sooner without.
  const {workIn} = await import('./work-in.js');
  const {scoreRuns} = await import('./score-runs.js');
  const log = new TransferLog(process.stderr);
  try {
    const damaged = await workIn(places.runs, async writing => {
      const runIds = writing.unscoredRuns(scoreVersion);
      return scoreRuns(writing, runIds, done => {
        if (runIds.length > manyRuns && done % 10 === 0 && process.stderr.isTTY) {
          log.progress(done, runIds.length, 'runs');
        }
      });
    });
    log.clear();
    tellNotes(damaged.map(id => `${id} has no scores: its stored answers are damaged. \`ablate rebuild\` makes the database anew.`));
  } catch (error) {
    log.clear();
    if (!(error instanceof UserError)) {
      throw error;
    }

    tellNotes([`Some runs have no scores yet, and none could be kept: ${error.message}`]);
  }
}
