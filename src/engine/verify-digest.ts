import {createHash} from 'node:crypto';
import {createReadStream} from 'node:fs';
import path from 'node:path';
import {pipeline} from 'node:stream/promises';
import {errors} from '../errors.js';

/** Throws unless a file's SHA-256 is the pinned one. */
export async function verifyDigest(file: string, expected: string): Promise<void> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  const actual = hash.digest('hex');
  if (actual !== expected) {
    throw errors.checksumMismatch(path.basename(file), expected, actual);
  }
}
