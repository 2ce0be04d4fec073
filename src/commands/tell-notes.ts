import process from 'node:process';
import {printable} from '../errors.js';

/** Tells a person what to know of rows, beside what a command prints. */
export function tellNotes(notes: readonly string[]): void {
  for (const note of notes) {
    process.stderr.write(printable(`${note}\n`));
  }
}
