import process from 'node:process';
import {errors, UserError} from '../errors.js';
import {makeFolder} from '../files/make-folder.js';
import {FolderHold} from '../queue/folder-hold.js';
import {isLost} from '../store/is-lost.js';
import {openStore, type Store} from '../store/open-store.js';
import {rebuildProgress} from './rebuild/rebuild-progress.js';
import {rebuildStore, type Rebuilt} from './rebuild/rebuild-store.js';
import {tellNotes} from './tell-notes.js';

/**
Does something that writes to the database of a runs folder, as one of its hosts, so that nobody puts another database in place
meanwhile. One that was lost is made anew first: nothing that was trained is trained again for that.
*/
export async function workIn<Result>(runsFolder: string, work: (store: Store) => Promise<Result>): Promise<Result> {
  while (isLost(runsFolder)) {
    await rebuildLost(runsFolder);
  }

  const hold = await shareFolder(runsFolder);
  try {
    return await work(openStore(runsFolder));
  } finally {
    hold.release();
  }
}

async function shareFolder(runsFolder: string): Promise<FolderHold> {
  try {
    await makeFolder(runsFolder);
  } catch (error) {
    throw errors.cannotWriteRuns(runsFolder, error);
  }

  return FolderHold.share(runsFolder, {
    onWait(holder) {
      tellNotes([`Waiting for ${holder}, which makes the database anew.`]);
    },
  });
}

/** Of several that find it lost one makes it, and the others wait. */
async function rebuildLost(runsFolder: string): Promise<void> {
  const progress = rebuildProgress(process.stderr);
  const hold = await takeWhileLost(runsFolder, progress.tellOfWaiting);
  try {
    if (hold && isLost(runsFolder)) {
      const rebuilt = await rebuildStore(runsFolder, {onProgress: progress.update, ensureAlone() {
        hold.ensureMine();
      }});
      progress.end();
      tell(rebuilt);
    }
  } finally {
    progress.end();
    hold?.release();
  }
}

async function takeWhileLost(runsFolder: string, onWait: (holder: string) => void): Promise<FolderHold | undefined> {
  try {
    return await FolderHold.takeAlone(runsFolder, {onWait});
  } catch (error) {
    const isInUse = error instanceof UserError && error.code === 'runs-in-use';
    if (isInUse) {
      // If it is another one that makes the database, it lets go once it is there.
      const shared = await shareFolder(runsFolder);
      shared.release();
    }

    if (isInUse && !isLost(runsFolder)) {
      return undefined;
    }

    throw error;
  }
}

function tell({runs, leftOut}: Rebuilt): void {
  const without = leftOut.length > 0 ? `; what is damaged was left out, ${leftOut.length} in all: \`ablate rebuild\` lists it` : '';
  tellNotes([`ablate.db was lost and is made anew from the folders of ${runs} ${runs === 1 ? 'run' : 'runs'}${without}.`]);
}
