import {rename, rm, stat} from 'node:fs/promises';
import path from 'node:path';
import {downloadFile} from '../../files/download-file.js';
import {openPublished} from './find-weights.js';
import type {KerasFile} from './known-weights.js';
import type {WeightsErrand} from './weights-errand.js';

/**
Downloads Keras' file from a URL into its place, going on from what an earlier call got of it. Throws a plain Error where it cannot
be had or is not the published one.
*/
export async function takeKerasFile(url: string, source: KerasFile, errand: WeightsErrand): Promise<void> {
  const part = path.join(errand.folder, `${source.file}.part`);
  const isBegun = await stat(part).then(({size}) => size > 0, () => false);
  await download(url, part, errand);
  try {
    await settleKerasFile(part, source, errand);
  } catch (error) {
    if (!isBegun) {
      throw error;
    }

    // What was there before was of another file, or damaged: the whole, then.
    await download(url, part, errand);
    await settleKerasFile(part, source, errand);
  }
}

/** Renames a file into its place once it is known for the published one, and takes it away where it is not. */
export async function settleKerasFile(part: string, source: KerasFile, {folder, options: {cache}}: WeightsErrand): Promise<void> {
  const {reason} = await openPublished(part, source, cache);
  if (reason !== undefined) {
    await rm(part, {force: true});
    throw new Error(reason);
  }

  await rename(part, path.join(folder, source.file));
}

async function download(url: string, part: string, {log, options: {idleMs}}: WeightsErrand): Promise<void> {
  log.say(`Fetching ${url}`);
  try {
    await downloadFile(url, part, {
      idleMs,
      resume: true,
      onProgress(received, total) {
        log.progress(received, total, 'bytes');
      },
    });
  } catch (error) {
    const kept = await stat(part).then(({size}) => size, () => 0);
    const {message} = error as Error;
    throw new Error(kept > 0 ? `${message}; ${(kept / 1e6).toFixed(1)} MB are kept, and the same command goes on from there` : message, {cause: error});
  } finally {
    log.clear();
  }
}
