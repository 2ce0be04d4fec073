import {existsSync} from 'node:fs';
import {errors} from '../../errors.js';
import {databaseFile} from '../../store/database-file.js';
import {isLost} from '../../store/is-lost.js';

/** Throws a UserError where a folder holds neither a database nor runs: nothing is written there then. */
export function ensureResults(runsFolder: string): void {
  if (!existsSync(databaseFile(runsFolder)) && !isLost(runsFolder)) {
    throw errors.noResults(runsFolder);
  }
}
