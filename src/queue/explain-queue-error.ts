import {errors} from '../errors.js';

/** What SQLite refused of `queue.db`, as a UserError about the folder; anything else comes back as it is. */
export function explainQueueError(error: unknown, runsFolder: string): unknown {
  return String((error as {code?: unknown}).code).startsWith('SQLITE_') ? errors.cannotWriteRuns(runsFolder, error) : error;
}
