import {access, readdir, stat} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {formatBytes} from '../../report/format-bytes.js';
import type {Places} from '../places.js';
import type {Check} from './check.js';
import {findRoom, freeBytes, isWritable} from './find-room.js';
import {shellWord} from './shell-word.js';

// TensorFlow unpacked beside its wheel.
const engineBytes = 1e9;

/** The cache's folder: its size, the room left on its disk, and whether it can be written. */
export async function checkCache({cache, cwd}: Places, hasEngine: boolean): Promise<readonly Check[]> {
  const existing = await nearestExisting(cache);
  const free = await freeBytes(existing);
  const used = await sizeOf(cache);
  const details = {folder: cache, used, free};
  const found = `${cache}: ${formatBytes(used)} used, ${formatBytes(free)} free`;
  const problem = await isWritable(existing)
    ? (!hasEngine && free < engineBytes ? `the engine needs ${formatBytes(engineBytes)}` : undefined)
    : 'cannot be written';
  return [problem === undefined
    ? {name: 'cache', state: 'fine', found, details}
    : {name: 'cache', state: 'missing', found: `${found}; ${problem}`, mend: await nameAnother(cwd), details}];
}

// Where no other folder will do, the list of the disks helps to find one.
async function nameAnother(cwd: string): Promise<string> {
  const folder = await findRoom([os.homedir(), cwd, os.tmpdir()], engineBytes);
  return folder === undefined ? 'df -h' : `export ABLATE_CACHE=${shellWord(path.join(folder, 'ablate-cache'))}`;
}

async function nearestExisting(folder: string): Promise<string> {
  const isThere = await access(folder).then(() => true, () => false);
  return isThere ? folder : nearestExisting(path.dirname(folder));
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, {recursive: true, withFileTypes: true}).catch(() => []);
  let bytes = 0;
  for (const entry of entries) {
    if (entry.isFile()) {
      const found = await stat(path.join(entry.parentPath, entry.name)).catch(() => undefined);
      bytes += found?.size ?? 0;
    }
  }

  return bytes;
}
