import {createHash} from 'node:crypto';
import {readFile, stat} from 'node:fs/promises';
import path from 'node:path';
import type {WeightsFile} from '../../domain/weights.js';
import {digestWeights, type WeightsDigest} from './digest-weights.js';
import {isHdf5} from './is-hdf5.js';
import {bytesOf, tfjsGroups} from './tfjs-groups.js';

/** A file of weights that can be read, with what tells whether it is a published one. */
export type InspectedWeights = WeightsFile & {
  /** Of the `.h5`, or of all shards. */
  readonly size: number;
  readonly bytes: WeightsDigest['bytes'];
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
    const what = found.isDirectory() ? 'a folder' : 'a pipe, a socket or a device';
    throw new Error(`it is ${what}, and a file is wanted: Keras' .h5, or the model.json of a tfjs layers model`);
  }

  return path.extname(file) === '.json' ? inspectTfjs(file, cache) : inspectHdf5(file, found.size, cache);
}

async function inspectHdf5(file: string, size: number, cache: string): Promise<InspectedWeights> {
  if (!await isHdf5(file)) {
    throw new Error('it is no HDF5 file, as Keras saves weights; perhaps a page about one');
  }

  return {path: file, format: 'h5', size, modelSha256: undefined, ...await digestWeights({path: file, format: 'h5'}, cache)};
}

async function inspectTfjs(file: string, cache: string): Promise<InspectedWeights> {
  const groups = await tfjsGroups(file);
  const weights = groups.flatMap(group => group.weights);
  return {
    path: file,
    format: 'tfjs',
    size: weights.reduce((sum, weight) => sum + bytesOf(weight), 0),
    modelSha256: createHash('sha256').update(await readFile(file)).digest('hex'),
    ...await digestWeights({path: file, format: 'tfjs'}, cache),
  };
}
