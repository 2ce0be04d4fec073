import {stat} from 'node:fs/promises';
import {largestPicture} from '../../dataset/picture-limits.js';
import {errors} from '../../errors.js';
import {readAtMost} from '../../files/read-at-most.js';
import {gridMark} from '../../report/predict/grid-mark.js';

/**
Throws a UserError where a grid is not to be written into a file: the shell makes `--grid photos/*` the first of somebody's photos. Only a grid
is ever replaced.
*/
export async function ensureGridFile(file: string, photos: readonly string[]): Promise<void> {
  if (!/\.png$/iv.test(file)) {
    throw errors.cannotWriteGrid(file, 'a grid is a PNG, and its name must end so');
  }

  const there = await placeOf(file);
  if (there === undefined) {
    return;
  }

  const asked = await Promise.all(photos.map(async photo => placeOf(photo)));
  if (asked.includes(there)) {
    throw errors.cannotWriteGrid(file, 'it is one of the photos that are asked about');
  }

  if (!await isGrid(file)) {
    throw errors.cannotWriteGrid(file, 'it is there already, and no grid of ablate\'s');
  }
}

/** The same for all names of a file; undefined where there is none. */
async function placeOf(file: string): Promise<string | undefined> {
  const found = await stat(file, {bigint: true}).catch(() => undefined);
  return found && `${found.dev} ${found.ino}`;
}

async function isGrid(file: string): Promise<boolean> {
  try {
    const bytes = await readAtMost(file, largestPicture);
    return bytes.includes(gridMark);
  } catch {
    return false;
  }
}
