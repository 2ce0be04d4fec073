import {createHash} from 'node:crypto';
import {readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import type {Dataset, DigestedPicture, Picture} from '../domain/dataset.js';
import {errors} from '../errors.js';
import {readPieces} from '../files/read-at-most.js';
import {replaceFile} from '../files/replace-file.js';
import {largestPicture} from './picture-limits.js';
import {mapConcurrently} from './map-concurrently.js';

/** What a file looked like when it was read: size and times of change in nanoseconds, and the digest of its bytes. */
type Remembered = readonly [size: string, mtimeNs: string, ctimeNs: string, digest: string];

type Memory = Map<string, Remembered>;

const filesAtOnce = 16;

/**
The SHA-256 of every picture's bytes, in the data set's order. Digests are remembered in the cache by path, size and
time of change, so that only new and changed files are read again.
*/
export async function digestPictures(dataset: Dataset, cache: string): Promise<readonly DigestedPicture[]> {
  const file = path.join(cache, 'digests', `${createHash('sha256').update(dataset.root).digest('hex').slice(0, 32)}.json`);
  const known = await recall(file);
  const fresh: Memory = new Map();
  const digested = await mapConcurrently(dataset.pictures, filesAtOnce, async picture =>
    digestPicture(dataset.root, picture, known, fresh));

  if (fresh.size > 0) {
    // Without its memory the next call is slower, and no less right: a full or read-only cache is not this one's problem.
    await remember(file, new Map([...known, ...fresh])).catch(() => undefined);
  }

  return digested;
}

async function digestPicture(root: string, picture: Picture, known: Memory, fresh: Memory): Promise<DigestedPicture> {
  const file = path.join(root, picture.path);
  try {
    // Before the bytes: a file that changes in between is then read again next time.
    const {size, mtimeNs, ctimeNs} = await stat(file, {bigint: true});
    const now = [String(size), String(mtimeNs), String(ctimeNs)] as const;
    const then = known.get(picture.path);
    if (then?.[0] === now[0] && then[1] === now[1] && then[2] === now[2]) {
      return {...picture, digest: then[3]};
    }

    const digest = await digestOf(file);
    fresh.set(picture.path, [...now, digest]);
    return {...picture, digest};
  } catch (error) {
    throw errors.cannotReadFile(file, error);
  }
}

async function digestOf(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of readPieces(file, largestPicture)) {
    hash.update(piece);
  }

  return hash.digest('hex');
}

async function recall(file: string): Promise<Memory> {
  try {
    const entries = JSON.parse(await readFile(file, 'utf8')) as Array<[string, Remembered]>;
    return new Map(entries.filter(([, remembered]) => /^[\da-f]{64}$/v.test(remembered[3])));
  } catch {
    return new Map();
  }
}

async function remember(file: string, memory: Memory): Promise<void> {
  await replaceFile(file, JSON.stringify([...memory]));
}
