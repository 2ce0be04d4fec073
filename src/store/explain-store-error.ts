import path from 'node:path';
import {errors} from '../errors.js';

/** What SQLite or the system refused, as a UserError about the database; anything else is a defect and comes back as it is. */
export function explainStoreError(error: unknown, file: string): unknown {
  const code = String((error as {code?: unknown}).code);
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || isOfDamage(error)) {
    return errors.notADatabase(file, error);
  }

  const isOfTheSystem = typeof (error as NodeJS.ErrnoException).syscall === 'string';
  return isOfTheSystem || /^SQLITE_(?:CANTOPEN|READONLY|IOERR|PERM|FULL|BUSY)/v.test(code)
    ? errors.cannotWriteRuns(path.dirname(file), error)
    : error;
}

// A page that is overwritten may take a table away, the end of a text that was JSON, or an index of what is unique: each write looks before.
function isOfDamage(error: unknown): boolean {
  const {message} = error as Error;
  return error instanceof SyntaxError || /^(?:unsupported file format|malformed |no such (?:table|column|view): |(?:table|view) \w+ already exists|UNIQUE constraint failed: )/v.test(message);
}
