import chalk from 'chalk';
import {isHeld} from '../../files/with-lock.js';
import {formatBytes} from '../../report/format-bytes.js';
import {layoutTable} from '../../report/layout-table.js';
import type {Places} from '../places.js';
import {tableWidth} from '../table-width.js';
import {keptEntries, type KeptEntry} from './kept-entries.js';

/** `ablate cache list`: the text to print. */
export async function listCache({cache}: Places, json: true | undefined): Promise<string> {
  const kept = await keptEntries(cache);
  const entries = await Promise.all(kept.map(async ({lock, ...entry}) => ({...entry, isGrowing: lock !== undefined && await isHeld(lock)})));
  return json ? `${JSON.stringify(entries, undefined, 2)}\n` : format(cache, entries);
}

type ListedEntry = Omit<KeptEntry, 'lock'> & {readonly isGrowing: boolean};

function format(cache: string, entries: readonly ListedEntry[]): string {
  if (entries.length === 0) {
    return `Nothing is kept in ${cache} yet: no features and no decoded photos.\n`;
  }

  const table = layoutTable([
    {title: 'what', cells: entries.map(({kind}) => kind)},
    {title: 'of', minWidth: 12, priority: 1, cells: entries.map(({of}) => of)},
    {title: 'size', align: 'right', cells: entries.map(({bytes}) => formatBytes(bytes))},
    {title: 'last used', cells: entries.map(({usedAt, isGrowing}) => isGrowing ? 'now' : usedAt.toISOString().slice(0, 10))},
  ], tableWidth(), chalk.bold);
  const sum = entries.reduce((total, {bytes}) => total + bytes, 0);
  return `${table.join('\n')}\n\n${formatBytes(sum)} in ${cache}; \`ablate cache prune\` deletes what was not used for a while.\n`;
}
