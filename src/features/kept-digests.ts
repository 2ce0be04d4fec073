import {Buffer} from 'node:buffer';
import {closeSync, fstatSync, openSync, readSync} from 'node:fs';
import {digestBytes, recordBytesOf} from './feature-file.js';
import {featurePlaces} from './feature-places.js';
import type {FeatureSource} from './feature-source.js';
import {readDescription} from './open-features.js';

/** The digests of the photos whose features the cache holds, of one source; reads nothing else of the file. */
export async function keptDigests(cache: string, source: FeatureSource): Promise<ReadonlySet<string>> {
  const description = await readDescription(featurePlaces(cache, source).description);
  return description ? readDigests(featurePlaces(cache, source).records, recordBytesOf(description.width)) : new Set();
}

function readDigests(file: string, recordBytes: number): ReadonlySet<string> {
  const digests = new Set<string>();
  const handle = openIfThere(file);
  if (handle === undefined) {
    return digests;
  }

  try {
    const digest = Buffer.alloc(digestBytes);
    const count = Math.floor(fstatSync(handle).size / recordBytes);
    for (let record = 0; record < count; record++) {
      readSync(handle, digest, 0, digestBytes, record * recordBytes);
      digests.add(digest.toString('hex'));
    }
  } finally {
    closeSync(handle);
  }

  return digests;
}

function openIfThere(file: string): number | undefined {
  try {
    return openSync(file, 'r');
  } catch {
    return undefined;
  }
}
