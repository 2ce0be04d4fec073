import chalk from 'chalk';
import {formatBytes} from '../../report/format-bytes.js';
import {layoutTable} from '../../report/layout-table.js';
import type {Places} from '../places.js';
import {tableWidth} from '../table-width.js';
import {keptEntries, type KeptEntry} from './kept-entries.js';

/** `ablate cache list`: the text to print. */
export async function listCache({cache}: Places, json: true | undefined): Promise<string> {
  const entries = await keptEntries(cache);
  return json ? `${JSON.stringify(entries, undefined, 2)}\n` : format(cache, entries);
}

function format(cache: string, entries: readonly KeptEntry[]): string {
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
