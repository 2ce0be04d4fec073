import type {Buffer} from 'node:buffer';
import fs from 'node:fs';
import {StringDecoder} from 'node:string_decoder';
import {setTimeout as sleep} from 'node:timers/promises';
import {printable} from '../errors.js';
import {RunFolder} from '../protocol/run-folder.js';
import type {Store} from '../store/open-store.js';
import {openResults} from './find-store.js';
import {findRuns} from './find-runs.js';
import {liveRunRows} from './live-run-rows.js';
import type {Places} from './places.js';

const pollMs = 250;

type PrintOptions = {
  readonly follow: boolean;
  readonly places: Places;
  readonly out: NodeJS.WritableStream;
};

/** Shows a run's log on `out`; with `follow` goes on until the run has ended. Throws a UserError for an unknown run. */
export async function printLog(given: string, {follow, places, out}: PrintOptions): Promise<void> {
  const store = openResults(places);
  const runId = findRuns(given, store).at(-1)!;
  const {log} = new RunFolder(places.runs, runId);
  const copy = copier(log, out);
  await copy();
  if (follow) {
    while (isGoingOn(runId, store, places)) {
      await sleep(pollMs);
      await copy();
    }
  }

  await copy();
}

// A run that is queued begins only where somebody trains another one before it.
function isGoingOn(runId: string, store: Store, {runs}: Places): boolean {
  const rows = liveRunRows(store, runs);
  const status = rows.find(row => row.run_id === runId)?.status;
  return status === 'running' || (status === 'queued' && rows.some(row => row.status === 'running'));
}

/** Shows what was added to a file since the last time. Programs print names of files, and whoever named them may order a terminal about. */
function copier(file: string, out: NodeJS.WritableStream): () => Promise<void> {
  const decoder = new StringDecoder();
  let position = 0;
  return async () => {
    if (!fs.existsSync(file)) {
      return;
    }

    for await (const chunk of fs.createReadStream(file, {start: position})) {
      const bytes = chunk as Buffer;
      out.write(printable(decoder.write(bytes)));
      position += bytes.length;
    }
  };
}
