import {createHash} from 'node:crypto';
import os from 'node:os';
import {decodePicture, type Interpolation} from '../dataset/decode-picture.js';
import {mapConcurrently} from '../dataset/map-concurrently.js';
import {largestPicture} from '../dataset/picture-limits.js';
import {reason} from '../errors.js';
import {readAtMost} from '../files/read-at-most.js';

/** A photo as the network takes it, `[size, size, 3]`, or why it cannot be had. */
export type ReadPhoto = {readonly digest: string; readonly pixels: Uint8Array} | {readonly reason: string};

/** Reads and decodes photos. What is no picture, or cannot be read, is told in its place. */
export async function decodePhotos(files: readonly string[], size: number, interpolation: Interpolation): Promise<ReadPhoto[]> {
  const read = async (file: string) => readPhoto(file, size, interpolation);
  const photos = await mapConcurrently(files, Math.min(Math.max(os.availableParallelism(), 2), 4), read);
  for (const [index, photo] of photos.entries()) {
    if ('reason' in photo) {
      // Again, alone: vips keeps one text of errors for all that is decoded at the time.
      photos[index] = await read(files[index]!);
    }
  }

  return photos;
}

async function readPhoto(file: string, size: number, interpolation: Interpolation): Promise<ReadPhoto> {
  let bytes;
  try {
    bytes = await readAtMost(file, largestPicture);
  } catch (error) {
    return {reason: reason(error)};
  }

  try {
    return {digest: createHash('sha256').update(bytes).digest('hex'), pixels: await decodePicture(bytes, size, interpolation)};
  } catch (error) {
    return {reason: (error as Error).message};
  }
}
