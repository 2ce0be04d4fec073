import type {Buffer} from 'node:buffer';
import fs from 'node:fs';
import {setTimeout as sleep} from 'node:timers/promises';
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

/** Copies a run's log to `out`; with `follow` goes on until the run has ended. Throws a UserError for an unknown run. */
export async function printLog(given: string, {follow, places, out}: PrintOptions): Promise<void> {
  const store = openResults(places);
  const runId = findRuns(given, store).at(-1)!;
  const {log} = new RunFolder(places.runs, runId);
  let position = await copyFrom(log, 0, out);
  if (follow) {
    while (isGoingOn(runId, store, places)) {
      await sleep(pollMs);
      position = await copyFrom(log, position, out);
    }
  }

  await copyFrom(log, position, out);
}

// A run that is queued begins only where somebody trains another one before it.
function isGoingOn(runId: string, store: Store, {runs}: Places): boolean {
  const rows = liveRunRows(store, runs);
  const status = rows.find(row => row.run_id === runId)?.status;
  return status === 'running' || (status === 'queued' && rows.some(row => row.status === 'running'));
}

async function copyFrom(file: string, position: number, out: NodeJS.WritableStream): Promise<number> {
  if (!fs.existsSync(file)) {
    return position;
  }

  let at = position;
  for await (const chunk of fs.createReadStream(file, {start: position})) {
    const bytes = chunk as Buffer;
    out.write(bytes);
    at += bytes.length;
  }

  return at;
}
