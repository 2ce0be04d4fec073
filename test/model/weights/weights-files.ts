import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {writeFiles} from '../../dataset/temporary.js';

/** Bytes that begin as HDF5 does, as many as asked for. */
export function hdf5(bytes: number, seed = 1): Buffer {
  const content = Buffer.from(Uint8Array.from({length: bytes}, (_, index) => (index * 31 * seed) % 253));
  content.write('\u{89}HDF\r\n\u{1A}\n', 'latin1');
  return content;
}

/** The MD5 or SHA-256 of bytes, hexadecimal. */
export function digest(algorithm: 'md5' | 'sha256', content: Uint8Array | string): string {
  return createHash(algorithm).update(content).digest('hex');
}

/** Two shards of a tfjs layers model with one weight of 3x4 numbers. */
export const shards = {'group1-shard1of2.bin': new Uint8Array(30).fill(1), 'group1-shard2of2.bin': new Uint8Array(18).fill(2)};

/** The `model.json` to them. */
export const modelJson = JSON.stringify({
  format: 'layers-model',
  modelTopology: {},
  weightsManifest: [{paths: Object.keys(shards), weights: [{name: 'dense/kernel', shape: [3, 4], dtype: 'float32'}]}],
});

/** Writes the tfjs layers model into a folder. */
export async function writeTfjsModel(folder: string): Promise<void> {
  await writeFiles(folder, {'model.json': modelJson, ...shards});
}
