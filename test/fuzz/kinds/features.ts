import {createHash} from 'node:crypto';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {FeatureFile} from '../../../src/features/feature-file.js';
import {listFeatures} from '../../../src/features/list-features.js';
import {damagedBytes} from '../inputs/damaged-bytes.js';
import type {Kind} from '../kind.js';
import {writeFiles} from '../write-files.js';

const width = 4;
const digests = Array.from({length: 6}, (_, index) => createHash('sha256').update(String(index)).digest('hex'));
const valuesOf = (index: number) => Float32Array.from({length: width}, (_, column) => (index * 10) + column + 0.5);
const original = await makeOriginal();

/** Files of features: what is read of them is what was written, or is not there, and what is added then stays. */
export const features: Kind<Uint8Array> = {
  name: 'features',
  tries: 250,
  seconds: 2,
  inputs: damagedBytes([original]),
  async attempt(bytes, folder) {
    await writeFiles(folder, {'features/x.f32': bytes, 'features/x.json': bytes.subarray(0, 200)});
    const file = path.join(folder, 'features/x.f32');
    await listFeatures(folder);
    const kept = await FeatureFile.open(file);
    const isSpoilt = kept.width === width && digests.some((digest, index) => kept.has(digest) && !isRight(kept, index));
    if (isSpoilt) {
      return 'it gives other values than were written';
    }

    const missing = [...digests.keys()].filter(index => kept.width !== width || !kept.has(digests[index]!));
    if (missing.length > 0) {
      await kept.append(missing.map(index => digests[index]!), Float32Array.from(missing.flatMap(index => [...valuesOf(index)])));
    }

    const again = await FeatureFile.open(file);
    return [...missing, ...kept.width === width ? digests.keys() : []].every(index => again.has(digests[index]!) && isRight(again, index))
      ? undefined
      : 'what was added is not there';
  },
};

function isRight(file: FeatureFile, index: number): boolean {
  return file.take([digests[index]!], [[0, width]]).join(',') === valuesOf(index).join(',');
}

async function makeOriginal(): Promise<Uint8Array> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ablate-fuzz-features-'));
  const file = path.join(folder, 'x.f32');
  const made = await FeatureFile.open(file);
  await made.append(digests.slice(0, 3), Float32Array.from([0, 1, 2].flatMap(index => [...valuesOf(index)])));
  const bytes = readFileSync(file);
  rmSync(folder, {recursive: true});
  return bytes;
}
