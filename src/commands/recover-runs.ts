import type {RunEvent} from '../domain/run-event.js';
import {RunFolder} from '../protocol/run-folder.js';
import {heldRuns} from '../queue/held-runs.js';
import {judgeFailure} from '../queue/judge-failure.js';
import {LeaseBook} from '../queue/lease-book.js';
import {QueueDatabase} from '../queue/queue-database.js';
import {recoverRun} from '../queue/recover-run.js';
import type {Store} from '../store/open-store.js';

/** Puts right what a killed host left: its runs' events are taken in, and what counts as running but is not is marked. */
export function recoverRuns(store: Store, runsFolder: string): void {
  const runIds = store.unsettledIds();
  if (runIds.length > 0) {
    const book = new LeaseBook(QueueDatabase.open(runsFolder));
    for (const runId of runIds) {
      for (const event of recover(new RunFolder(runsFolder, runId), book) ?? []) {
        store.ingest(runId, event);
      }
    }

    book.database.close();
  }

  const held = heldRuns(runsFolder);
  store.settleAbandoned(runId => held.has(runId));
}

function recover(folder: RunFolder, book: LeaseBook): readonly RunEvent[] | undefined {
  try {
    return recoverRun(folder, book);
  } catch (error) {
    throw judgeFailure(error, folder.path)?.error ?? error;
  }
}
