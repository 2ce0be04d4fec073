import {Buffer} from 'node:buffer';
import {createHash} from 'node:crypto';
import {open, readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import type {WeightsFile} from '../../domain/weights.js';
import {digestFiles, type FilesDigest} from './digest-files.js';
import {listShards} from './list-shards.js';

/** A file of weights that can be read, with what tells whether it is a published one. */
export type InspectedWeights = WeightsFile & FilesDigest & {
  /** Of the `.h5`, or of all shards. */
  readonly bytes: number;
  /** Of the `model.json` itself. */
  readonly modelSha256: string | undefined;
};

/** Looks at a file of weights: its format, and its digest. Throws a plain Error that says in words why it is none. */
export async function inspectWeights(file: string, cache: string): Promise<InspectedWeights> {
  const found = await stat(file).catch(() => undefined);
  if (!found) {
    throw new Error('there is no such file');
  }

  if (!found.isFile()) {
    throw new Error('it is a folder, and a file is wanted: Keras\' .h5, or the model.json of a tfjs layers model');
  }

  return path.extname(file) === '.json' ? inspectTfjs(file, cache) : inspectHdf5(file, found.size, cache);
}

/** Whether a file begins as HDF5 files do. */
export async function isHdf5(file: string): Promise<boolean> {
  // The signature stands at the start, or where the user's own block before it ends: at 512, 1024, 2048, … bytes.
  for (const place of [0, 512, 1024, 2048]) {
    if (await readBytes(file, place, 8) === '\u{89}HDF\r\n\u{1A}\n') {
      return true;
    }
  }

  return false;
}

/** The `length` bytes at a place of a file, one character each. */
export async function readBytes(file: string, place: number, length: number): Promise<string> {
  const handle = await open(file);
  try {
    const bytes = Buffer.alloc(length);
    const {bytesRead} = await handle.read(bytes, 0, length, place);
    return bytes.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}

async function inspectHdf5(file: string, bytes: number, cache: string): Promise<InspectedWeights> {
  if (!await isHdf5(file)) {
    throw new Error('it is no HDF5 file, as Keras saves weights; perhaps a page about one');
  }

  return {path: file, format: 'h5', bytes, modelSha256: undefined, ...await digestFiles([file], cache)};
}

async function inspectTfjs(file: string, cache: string): Promise<InspectedWeights> {
  const shards = await listShards(file);
  const sizes = await Promise.all(shards.map(async shard => stat(shard)));
  return {
    path: file,
    format: 'tfjs',
    bytes: sizes.reduce((sum, {size}) => sum + size, 0),
    modelSha256: createHash('sha256').update(await readFile(file)).digest('hex'),
    ...await digestFiles(shards, cache),
  };
}
