import {Buffer} from 'node:buffer';
import {readFile} from 'node:fs/promises';
import {floatsOf} from '../../files/floats-of.js';
import {errors} from '../../errors.js';
import type {StoredLayer, StoredWeight, StoredWeights} from './stored-weights.js';
import {bytesOf, tfjsGroups, type TfjsGroup, type TfjsWeight} from './tfjs-groups.js';

/** The weights of a tfjs layers model, in any order; its shards lie beside its `model.json`. */
export async function readTfjs(file: string): Promise<StoredWeights> {
  const layers = new Map<string, StoredWeight[]>();
  for (const {weights, bytes} of await readGroups(file)) {
    let offset = 0;
    for (const weight of weights) {
      const [layer, stored] = storedWeight(weight, bytes.subarray(offset, offset + bytesOf(weight)));
      layers.set(layer, [...layers.get(layer) ?? [], stored]);
      offset += bytesOf(weight);
    }
  }

  return {layers: [...layers].map(([name, weights]): StoredLayer => ({name, weights})), isInOrder: false, close: () => undefined};
}

async function readGroups(file: string): Promise<Array<TfjsGroup & {readonly bytes: Buffer}>> {
  try {
    const groups = await tfjsGroups(file);
    return await Promise.all(groups.map(async group => ({...group, bytes: await readAll(group.shards)})));
  } catch (error) {
    throw errors.unreadableWeights(file, error);
  }
}

async function readAll(files: readonly string[]): Promise<Buffer> {
  return Buffer.concat(await Promise.all(files.map(async file => readFile(file))));
}

/** `bn2a_branch1/gamma`; a model within the model has its own name in front. */
function storedWeight({name, shape}: TfjsWeight, bytes: Buffer): [string, StoredWeight] {
  const parts = name.split('/');
  const read = () => floatsOf(bytes);
  return [parts.at(-2) ?? '', {name: parts.at(-1)!, shape, read}];
}
