import type {RunStatus} from '../domain/run-event.js';
import {RunFolder} from '../protocol/run-folder.js';
import {isRunHeld} from '../queue/recover-run.js';

/** Whether a run counts as running although its host was killed, which the next sweep will record. */
export function isAbandoned(status: RunStatus, runId: string, runsFolder: string): boolean {
  return status === 'running' && !isRunHeld(new RunFolder(runsFolder, runId));
}
