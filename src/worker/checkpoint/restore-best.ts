import {createHash} from 'node:crypto';
import {access, readFile} from 'node:fs/promises';
import path from 'node:path';
import {replaceFile} from '../../files/replace-file.js';
import type {RunFolder} from '../../protocol/run-folder.js';

/**
Sees to it that the run's best model is the one with these weights: an epoch behind the checkpoint may have saved another. False where
it is nowhere.
*/
export async function restoreBest(folder: RunFolder, sha256: string): Promise<boolean> {
  const weights = path.join(folder.best, 'weights.bin');
  const isDescribed = await access(path.join(folder.best, 'model.json')).then(() => true, () => false);
  if (!isDescribed) {
    return false;
  }

  if (await readWhole(weights, sha256)) {
    return true;
  }

  const held = await readWhole(folder.bestOfCheckpoint(sha256), sha256);
  if (held) {
    await replaceFile(weights, [held]);
  }

  return held !== undefined;
}

async function readWhole(file: string, sha256: string): Promise<Uint8Array | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
}
