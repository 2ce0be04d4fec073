import process from 'node:process';
import {UserError} from '../errors.js';
import {TransferLog} from '../files/transfer-log.js';
import {scoreVersion} from '../score/score-version.js';
import {openStore, type Store} from '../store/open-store.js';
import type {Places} from './places.js';
import {tellNotes} from './tell-notes.js';

const manyRuns = 200;

/**
The store of a runs folder for a command that shows scores: finished runs that have none yet, which those of an earlier ablate have not, are
scored first. Where nothing can be written the command shows what there is, and a note says so.
*/
export async function withScores(store: Store, places: Places): Promise<Store> {
  if (store.unscoredRuns(scoreVersion).length === 0) {
    return store;
  }

  // Who waits for a folder may find another database in it.
  store.close();
  await scoreAll(places);
  return openStore(places.runs, {readonly: true});
}

async function scoreAll(places: Places): Promise<void> {
  // Loaded only here: a leaderboard of scored runs starts sooner without.
  const {workIn} = await import('./work-in.js');
  const {scoreRuns} = await import('./score-runs.js');
  const log = new TransferLog(process.stderr);
  try {
    const damaged = await workIn(places.runs, async store => {
      const runIds = store.unscoredRuns(scoreVersion);
      return scoreRuns(store, runIds, done => {
        if (runIds.length > manyRuns && process.stderr.isTTY) {
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
