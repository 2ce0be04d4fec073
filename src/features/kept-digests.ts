import {Buffer} from 'node:buffer';
import {closeSync, fstatSync, openSync, readSync, statSync} from 'node:fs';
import {featurePlaces} from './feature-places.js';
import type {FeatureSource} from './feature-source.js';
import {digestBytes, headerBytes, readHeader, recordBytesOf} from './record-layout.js';

/** The digests of the photos whose features the cache holds, of one source; reads nothing else of the file. */
export function keptDigests(cache: string, source: FeatureSource): ReadonlySet<string> {
  const handle = openIfThere(featurePlaces(cache, source).records);
  if (handle === undefined) {
    return new Set();
  }

  try {
    return readDigests(handle);
  } finally {
    closeSync(handle);
  }
}

function readDigests(handle: number): ReadonlySet<string> {
  const digests = new Set<string>();
  const header = Buffer.alloc(headerBytes);
  readSync(handle, header, 0, headerBytes, 0);
  const width = readHeader(header);
  if (width === undefined) {
    return digests;
  }

  const digest = Buffer.alloc(digestBytes);
  const count = Math.floor((fstatSync(handle).size - headerBytes) / recordBytesOf(width));
  for (let record = 0; record < count; record++) {
    readSync(handle, digest, 0, digestBytes, headerBytes + (record * recordBytesOf(width)));
    digests.add(digest.toString('hex'));
  }

  return digests;
}

function openIfThere(file: string): number | undefined {
  try {
    // What is no file holds none: a pipe would be waited for.
    return statSync(file).isFile() ? openSync(file, 'r') : undefined;
  } catch {
    return undefined;
  }
}
