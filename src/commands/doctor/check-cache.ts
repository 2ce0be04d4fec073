import {access, constants, readdir, stat, statfs} from 'node:fs/promises';
import path from 'node:path';
import type {Places} from '../places.js';
import type {Check} from './check.js';
import {formatBytes} from './format-checks.js';

// TensorFlow unpacked beside its wheel.
const engineBytes = 1e9;

/** The cache's folder: its size, the room left on its disk, and whether it can be written. */
export async function checkCache({cache}: Places, hasEngine: boolean): Promise<readonly Check[]> {
  const existing = await nearestExisting(cache);
  const {bavail, bsize} = await statfs(existing);
  const free = bavail * bsize;
  const used = await sizeOf(cache);
  const details = {folder: cache, used, free};
  const found = `${cache}: ${formatBytes(used)} used, ${formatBytes(free)} free`;
  const isWritable = await access(existing, constants.W_OK).then(() => true, () => false);
  if (!isWritable) {
    return [{name: 'cache', state: 'missing', found: `${found}; cannot be written`, mend: 'export ABLATE_CACHE=<a folder that you may write>', details}];
  }

  return !hasEngine && free < engineBytes
    ? [{name: 'cache', state: 'missing', found: `${found}; the engine needs ${formatBytes(engineBytes)}`, mend: 'export ABLATE_CACHE=<a folder on a larger disk>', details}]
    : [{name: 'cache', state: 'fine', found, details}];
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
