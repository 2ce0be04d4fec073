import {randomBytes} from 'node:crypto';
import {open, readdir, rename, rm, stat} from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import {makeFolder} from './make-folder.js';

const staleMs = 3_600_000;

/**
Writes a file aside, in its own folder, and renames it once it is whole and on disk: who reads it sees the old file
or the new one, also with several writers at once and after a power failure. `mode` says who may read it.
*/
export async function replaceFile(file: string, content: string | Iterable<Uint8Array>, mode = 0o666): Promise<void> {
  const folder = path.dirname(file);
  await makeFolder(folder);
  await removeLeftovers(folder, path.basename(file));
  const aside = `${file}.${process.pid}-${randomBytes(4).toString('hex')}.part`;
  try {
    const handle = await open(aside, 'wx', mode);
    try {
      for (const chunk of typeof content === 'string' ? [content] : content) {
        await handle.writeFile(chunk);
      }

      await handle.sync();
    } finally {
      await handle.close();
    }

    await rename(aside, file);
  } catch (error) {
    await rm(aside, {force: true});
    throw error;
  }
}

/** Takes away what a killed writer of the same file left an hour ago or more. */
async function removeLeftovers(folder: string, name: string): Promise<void> {
  for (const entry of await readdir(folder)) {
    if (entry.startsWith(`${name}.`) && entry.endsWith('.part')) {
      const place = path.join(folder, entry);
      const {mtimeMs} = await stat(place).catch(() => ({mtimeMs: Date.now()}));
      if (Date.now() - mtimeMs > staleMs) {
        await rm(place, {force: true});
      }
    }
  }
}
