import {setTimeout as sleep} from 'node:timers/promises';
import {countingEvents} from '../protocol/counting-events.js';
import {readEvents} from '../protocol/read-events.js';
import {RunFolder} from '../protocol/run-folder.js';
import {cancelRun} from '../queue/cancel-run.js';
import {LeaseBook} from '../queue/lease-book.js';
import {QueueDatabase} from '../queue/queue-database.js';
import {closeAbandoned} from '../queue/recover-run.js';
import {Wishes} from '../queue/wishes.js';
import type {Store} from '../store/open-store.js';
import {openResults} from './find-store.js';
import {findUnfinishedRuns} from './find-unfinished-runs.js';
import type {Places} from './places.js';
import {withLease} from './with-lease.js';
import {workIn} from './work-in.js';

// Two looks of a host at what was asked of it, and a bit.
const patienceMs = 5000;

/**
Records runs as cancelled, or has whoever trains one stop it. Says what became of each. Throws a UserError where a word names no run,
or a done one.
*/
export async function cancelRuns(given: readonly string[], places: Places, say: (line: string) => void): Promise<void> {
  openResults(places).close();
  await workIn(places.runs, async store => cancelEach(given, store, {places, say}));
}

type Means = {readonly places: Places; readonly say: (line: string) => void};

async function cancelEach(given: readonly string[], store: Store, {places, say}: Means): Promise<void> {
  const runIds = findUnfinishedRuns(given, store);
  const book = new LeaseBook(QueueDatabase.open(places.runs));
  const wishes = new Wishes(book.database);
  const held: string[] = [];
  for (const runId of runIds) {
    const status = await withLease(book, places.runs, runId, folder => {
      const end = cancel(folder);
      for (const event of countingEvents(readEvents(folder.events))) {
        store.ingest(runId, event);
      }

      return end;
    });
    if (status !== 'done') {
      wishes.ask(runId, 'cancel');
    }

    if (status) {
      say(`${runId}: ${status}`);
    } else {
      held.push(runId);
    }
  }

  await tellEnds(held.map(runId => new RunFolder(places.runs, runId)), say);
  book.database.close();
}

/** What became of runs that hosts have, as far as that is known soon: one that only waits in its host is over with the host's next look. */
async function tellEnds(folders: readonly RunFolder[], say: (line: string) => void): Promise<void> {
  const until = performance.now() + patienceMs;
  for (const folder of folders) {
    let end = endOf(folder);
    while (!end && performance.now() < until) {
      await sleep(100);
      end = endOf(folder);
    }

    say(`${folder.runId}: ${end ?? 'stops after the step in hand'}`);
  }
}

/** Gives how the run has ended by then. */
function cancel(folder: RunFolder): 'done' | 'cancelled' {
  closeAbandoned(folder);
  const end = endOf(folder);
  if (end) {
    return end;
  }

  cancelRun(folder);
  return 'cancelled';
}

function endOf({events}: RunFolder): 'done' | 'cancelled' | undefined {
  const last = readEvents(events).events.at(-1);
  return last?.type === 'ended' && (last.status === 'done' || last.status === 'cancelled') ? last.status : undefined;
}
