import {errors} from '../errors.js';
import {isDamage} from './is-damage.js';

/** What SQLite refused of `queue.db`, as a UserError about the folder; anything else comes back as it is. */
export function explainQueueError(error: unknown, runsFolder: string): unknown {
  if (isDamage(error)) {
    return errors.damagedQueue(runsFolder, error);
  }

  return String((error as {code?: unknown}).code).startsWith('SQLITE_') ? errors.cannotWriteRuns(runsFolder, error) : error;
}
