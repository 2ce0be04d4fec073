import fs from 'node:fs';
import path from 'node:path';
import {syncFolderSync} from '../files/sync-folder.js';

const besides = ['', '-wal', '-shm'];

/**
Puts a whole database in the place of another, which is kept as `….damaged-<n>`, its log with it; gives that name, or undefined where
there was nothing. Whatever moment the process dies at, no log of the old one lies beside the new one, which it would spoil.
*/
export function replaceDatabase(made: string, file: string): string | undefined {
  sync(made);
  const old = besides.filter(end => fs.existsSync(file + end));
  const kept = halfKept(file, old) ?? `${file}.damaged-${lastNumber(file) + 1}`;
  for (const end of old) {
    fs.renameSync(file + end, kept + end);
  }

  // The old one's log is away, on disk too, before the new one comes.
  syncFolderSync(path.dirname(file));
  fs.renameSync(made, file);
  syncFolderSync(path.dirname(file));
  return old.length > 0 ? path.basename(kept) : undefined;
}

function sync(file: string): void {
  const descriptor = fs.openSync(file, 'r+');
  try {
    fs.fsyncSync(descriptor);
  } finally {
    fs.closeSync(descriptor);
  }
}

/** The name under which the old one was kept when whoever did so died before its log was, too. */
function halfKept(file: string, left: readonly string[]): string | undefined {
  const kept = `${file}.damaged-${lastNumber(file)}`;
  const since = fs.statSync(kept, {throwIfNoEntry: false})?.ctimeMs;
  const isItsLog = (end: string) => !fs.existsSync(kept + end) && fs.statSync(file + end).mtimeMs <= since!;
  // A log that was written to since then is of a later database, which somebody took away.
  return since !== undefined && !left.includes('') && left.every(end => isItsLog(end)) ? kept : undefined;
}

function lastNumber(file: string): number {
  const start = `${path.basename(file)}.damaged-`;
  const kept = fs.readdirSync(path.dirname(file)).filter(name => name.startsWith(start));
  return Math.max(0, ...kept.map(name => Number.parseInt(name.slice(start.length), 10) || 0));
}
