import {readEvents} from '../protocol/read-events.js';
import type {RunFolder} from '../protocol/run-folder.js';
import {cancelRun} from '../queue/cancel-run.js';
import {LeaseBook} from '../queue/lease-book.js';
import {QueueDatabase} from '../queue/queue-database.js';
import {closeAbandoned} from '../queue/recover-run.js';
import {Wishes} from '../queue/wishes.js';
import {openStore} from '../store/open-store.js';
import {openResults} from './find-store.js';
import {findUnfinishedRuns} from './find-unfinished-runs.js';
import type {Places} from './places.js';
import {withLease} from './with-lease.js';

/**
Records runs as cancelled, or has whoever trains one stop it. Says what became of each. Throws a UserError where a word names no run,
or a done one.
*/
export async function cancelRuns(given: readonly string[], places: Places, say: (line: string) => void): Promise<void> {
  openResults(places).close();
  const store = openStore(places.runs);
  const runIds = findUnfinishedRuns(given, store);
  const book = new LeaseBook(QueueDatabase.open(places.runs));
  const wishes = new Wishes(book.database);
  for (const runId of runIds) {
    const status = await withLease(book, places.runs, runId, folder => {
      const end = cancel(folder);
      for (const event of readEvents(folder.events).events) {
        store.ingest(runId, event);
      }

      return end;
    });
    if (status !== 'done') {
      wishes.ask(runId, 'cancel');
    }

    say(`${runId}: ${status ?? 'stops after the step in hand'}`);
  }

  book.database.close();
}

/** Gives how the run has ended by then. */
function cancel(folder: RunFolder): 'done' | 'cancelled' {
  closeAbandoned(folder);
  const last = readEvents(folder.events).events.at(-1);
  if (last?.type === 'ended' && (last.status === 'done' || last.status === 'cancelled')) {
    return last.status;
  }

  cancelRun(folder);
  return 'cancelled';
}
