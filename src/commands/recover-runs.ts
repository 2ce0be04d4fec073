import {RunFolder} from '../protocol/run-folder.js';
import {isRunHeld, recoverRun} from '../queue/recover-run.js';
import type {Store} from '../store/open-store.js';

/** Puts right what a killed host left: its runs' events are taken in, and what counts as running but is not is marked. */
export async function recoverRuns(store: Store, runsFolder: string): Promise<void> {
  const running = new Set(store.runRows().filter(row => row.status === 'running').map(row => row.run_id));
  for (const runId of running) {
    const events = await recoverRun(new RunFolder(runsFolder, runId));
    for (const event of events ?? []) {
      store.ingest(runId, event);
    }
  }

  store.settleAbandoned(runId => isRunHeld(new RunFolder(runsFolder, runId)));
}
