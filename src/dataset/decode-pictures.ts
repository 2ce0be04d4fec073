import {constants} from 'node:buffer';
import {createHash} from 'node:crypto';
import {open, stat} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type {DigestedPicture, Pixels} from '../domain/dataset.js';
import {errors} from '../errors.js';
import {readAtMost} from '../files/read-at-most.js';
import {replaceFile} from '../files/replace-file.js';
import {decodePicture, type Interpolation} from './decode-picture.js';
import {decodedFolder} from './decoded-folder.js';
import {decoderVersion} from './decoder-version.js';
import {mapConcurrently} from './map-concurrently.js';
import {largestPicture} from './picture-limits.js';

export type DecodeOrder = {
  /** Absolute path of the data set's folder. */
  readonly root: string;
  readonly pictures: readonly DigestedPicture[];
  /** Height and width in pixels. */
  readonly size: number;
  readonly interpolation: Interpolation;
  /** Absolute path of the shared cache. */
  readonly cache: string;
  readonly onProgress?: (done: number, total: number) => void;
};

/** 256 MiB: what is read or written at a time, well below the 2 GiB that one system call takes. */
const chunkBytes = 0x10_00_00_00;

/**
All pictures as `[count, size, size, 3]`, in their order. They are decoded once and kept in the cache under the content
of everything that they depend on. Pictures that cannot be read are all told of in one error.
*/
export async function decodePictures(order: DecodeOrder): Promise<Pixels> {
  const {pictures, size, cache} = order;
  const bytes = pictures.length * size * size * 3;
  const most = Math.min(constants.MAX_LENGTH, os.totalmem());
  if (bytes > most) {
    throw errors.tooManyPixels(pictures.length, size, most);
  }

  const file = path.join(decodedFolder(cache), `${cacheKey(order)}.u8`);
  const kept = await readPixels(file, bytes);
  if (kept) {
    order.onProgress?.(pictures.length, pictures.length);
    return {count: pictures.length, size, data: kept};
  }

  const data = await decodeAll(order, new Uint8Array(bytes));
  // The pixels are there all the same: a full or read-only cache costs time next time, not this run.
  await replaceFile(file, chunksOf(data)).catch(() => undefined);
  return {count: pictures.length, size, data};
}

function cacheKey({pictures, size, interpolation}: DecodeOrder): string {
  const hash = createHash('sha256').update(JSON.stringify({decoderVersion, size, interpolation}));
  for (const {digest} of pictures) {
    hash.update(digest);
  }

  return hash.digest('hex');
}

async function decodeAll({root, pictures, size, interpolation, onProgress}: DecodeOrder, data: Uint8Array): Promise<Uint8Array> {
  const failed: number[] = [];
  let done = 0;
  const decodeInto = async (picture: DigestedPicture, index: number): Promise<string | undefined> => {
    const bytes = await readPicture(root, picture);
    try {
      data.set(await decodePicture(bytes, size, interpolation), index * size * size * 3);
      return undefined;
    } catch (error) {
      return (error as Error).message;
    }
  };

  const atOnce = Math.min(Math.max(os.availableParallelism(), 2), 4);
  await mapConcurrently(pictures, atOnce, async (picture, index) => {
    if (await decodeInto(picture, index) !== undefined) {
      failed.push(index);
    }

    onProgress?.(++done, pictures.length);
  });

  const unreadable: Array<{readonly path: string; readonly reason: string}> = [];
  for (const index of failed.toSorted((left, right) => left - right)) {
    // Again, alone: vips keeps one text of errors for all that is decoded at the time.
    const reason = await decodeInto(pictures[index]!, index);
    if (reason !== undefined) {
      unreadable.push({path: pictures[index]!.path, reason});
    }
  }

  if (unreadable.length > 0) {
    throw errors.unreadablePictures(root, unreadable);
  }

  return data;
}

/** The bytes that the digest was made of: what is kept under a digest must come from them. */
async function readPicture(root: string, picture: DigestedPicture): Promise<Uint8Array> {
  const file = path.join(root, picture.path);
  let bytes;
  try {
    bytes = await readAtMost(file, largestPicture);
  } catch (error) {
    throw errors.cannotReadFile(file, error);
  }

  if (createHash('sha256').update(bytes).digest('hex') !== picture.digest) {
    throw errors.pictureChanged(file);
  }

  return bytes;
}

/** The kept pixels, or `undefined` where there are none, or not as many bytes as there must be. */
async function readPixels(file: string, bytes: number): Promise<Uint8Array | undefined> {
  const found = await stat(file).catch(() => undefined);
  if (found?.size !== bytes) {
    return undefined;
  }

  const handle = await open(file);
  try {
    const data = new Uint8Array(bytes);
    let position = 0;
    while (position < bytes) {
      const {bytesRead} = await handle.read(data, position, Math.min(chunkBytes, bytes - position), position);
      if (bytesRead === 0) {
        return undefined;
      }

      position += bytesRead;
    }

    // Says that somebody still uses it; a read-only cache can be used all the same.
    await handle.utimes(new Date(), new Date()).catch(() => undefined);
    return data;
  } finally {
    await handle.close();
  }
}

function * chunksOf(data: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start < data.length; start += chunkBytes) {
    yield data.subarray(start, start + chunkBytes);
  }
}
