import {createWriteStream} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {pipeline} from 'node:stream/promises';
import yauzl from 'yauzl';
import {isPictureName, isShown} from './list-class-folders.js';

/** Far above any data set that is fetched here, and far below a full disk: what a zip may unpack to. */
const mostBytes = 4_000_000_000;

/**
Unpacks a zip's pictures below a folder, and nothing else: no hidden files, no `__MACOSX`. Names that would lead out of
the folder, damaged data and zips that swell beyond 4 GB throw a plain Error.
*/
export async function unpackZip(zip: string, folder: string, onProgress?: (done: number, total: number) => void): Promise<void> {
  // Strict about names: absolute ones, backslashes and `..` are errors of yauzl's.
  const archive = await yauzl.openPromise(zip, {lazyEntries: true, strictFileNames: true, autoClose: false});
  let bytes = 0;
  try {
    for await (const entry of archive.eachEntry()) {
      const name = entry.fileName;
      if (isPicture(name)) {
        bytes += entry.uncompressedSize;
        if (bytes > mostBytes) {
          throw new Error('it unpacks to more than 4 GB');
        }

        const file = path.join(folder, name);
        await mkdir(path.dirname(file), {recursive: true});
        await pipeline(await archive.openReadStreamPromise(entry), createWriteStream(file, {flags: 'wx'}));
      }

      onProgress?.(archive.entriesRead, archive.entryCount);
    }
  } finally {
    archive.close();
  }
}

function isPicture(name: string): boolean {
  return !name.endsWith('/') && isPictureName(name) && name.split('/').every(part => isShown(part));
}
