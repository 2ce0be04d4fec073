import {rm} from 'node:fs/promises';
import {formatBytes} from '../../report/format-bytes.js';
import type {Places} from '../places.js';
import {keptEntries} from './kept-entries.js';

export type PruneOptions = {readonly unusedForDays: number; readonly isDryRun: boolean};

const dayMs = 86_400_000;

/** Deletes what nobody used for so long; gives the text to print. */
export async function pruneCache({cache}: Places, {unusedForDays, isDryRun}: PruneOptions, now = Date.now()): Promise<string> {
  const entries = await keptEntries(cache);
  const old = entries.filter(({usedAt, isGrowing}) => !isGrowing && now - usedAt.getTime() >= unusedForDays * dayMs);
  for (const {files} of isDryRun ? [] : old) {
    await Promise.all(files.map(async file => rm(file, {force: true})));
  }

  const lines = old.map(({kind, of, bytes}) => `${isDryRun ? 'would delete' : 'deleted'} ${kind}, ${of}: ${formatBytes(bytes)}\n`);
  const sum = formatBytes(old.reduce((total, {bytes}) => total + bytes, 0));
  const verdict = old.length === 0
    ? `Nothing is kept that was not used for ${unusedForDays} days or more.\n`
    : `${sum} of ${old.length} ${old.length === 1 ? 'entry' : 'entries'} ${isDryRun ? 'would be' : 'are'} free.\n`;
  return [...lines, verdict].join('');
}
