import {rm, stat} from 'node:fs/promises';
import {isHeld, withLock} from '../../files/with-lock.js';
import {formatBytes} from '../../report/format-bytes.js';
import type {Places} from '../places.js';
import {keptEntries, type KeptEntry} from './kept-entries.js';

export type PruneOptions = {readonly unusedForDays: number; readonly isDryRun: boolean};

const dayMs = 86_400_000;

/** Deletes what nobody used for so long, but what a run adds to at the time; gives the text to print. */
export async function pruneCache({cache}: Places, {unusedForDays, isDryRun}: PruneOptions, now = Date.now()): Promise<string> {
  const entries = await keptEntries(cache);
  const latest = now - (unusedForDays * dayMs);
  const gone: KeptEntry[] = [];
  for (const entry of entries.filter(({usedAt}) => usedAt.getTime() <= latest)) {
    if (entry.lock === undefined || !await isHeld(entry.lock)) {
      await (isDryRun ? undefined : remove(entry));
      gone.push(entry);
    }
  }

  return [...gone.map(entry => line(entry, isDryRun)), verdict(gone, {unusedForDays, isDryRun})].join('');
}

/** Under its lock: a run that begins to add meanwhile waits, and then finds nothing. What one has added since it was listed stays. */
async function remove({files, bytes, lock}: KeptEntry): Promise<void> {
  const work = async () => {
    const {size} = await stat(files[0]!).catch(() => ({size: bytes}));
    await (size === bytes ? Promise.all(files.map(async file => rm(file, {force: true}))) : undefined);
  };

  await (lock === undefined ? work() : withLock(lock, work));
}

function line({kind, of, bytes}: KeptEntry, isDryRun: boolean): string {
  return `${isDryRun ? 'would delete' : 'deleted'} ${kind}, ${of}: ${formatBytes(bytes)}\n`;
}

function verdict(gone: readonly KeptEntry[], {unusedForDays, isDryRun}: PruneOptions): string {
  if (gone.length === 0) {
    return unusedForDays === 0 ? 'There is nothing to delete.\n' : `Nothing is kept that was not used for ${unusedForDays} days or more.\n`;
  }

  const sum = formatBytes(gone.reduce((total, {bytes}) => total + bytes, 0));
  return `${sum} of ${gone.length} ${gone.length === 1 ? 'entry' : 'entries'} ${isDryRun ? 'would be' : 'are'} free.\n`;
}
