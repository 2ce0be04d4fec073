import {Buffer} from 'node:buffer';
import {readFile} from 'node:fs/promises';
import path from 'node:path';
import {errors} from '../../errors.js';
import type {StoredLayer, StoredWeight, StoredWeights} from './stored-weights.js';

type Manifest = ReadonlyArray<{readonly paths: readonly string[]; readonly weights: readonly Spec[]}>;
type Spec = {readonly name: string; readonly shape: readonly number[]; readonly dtype: string; readonly quantization?: object};

/** The weights of a tfjs layers model, in any order; its shards lie beside its `model.json`. */
export async function readTfjs(file: string): Promise<StoredWeights> {
  const manifest = await readManifest(file);
  const layers = new Map<string, StoredWeight[]>();
  for (const {paths, weights} of manifest) {
    const bytes = await readShards(file, paths);
    let offset = 0;
    for (const spec of weights) {
      const [layer, weight] = storedWeight(file, spec, bytes, offset);
      layers.set(layer, [...layers.get(layer) ?? [], weight]);
      offset += sizeOf(spec) * Float32Array.BYTES_PER_ELEMENT;
    }
  }

  return {layers: [...layers].map(([name, weights]): StoredLayer => ({name, weights})), isInOrder: false, close: () => undefined};
}

async function readManifest(file: string): Promise<Manifest> {
  let model: {readonly weightsManifest?: Manifest};
  try {
    model = JSON.parse(await readFile(file, 'utf8')) as typeof model;
  } catch (error) {
    throw errors.unreadableWeights(file, error);
  }

  if (!model.weightsManifest) {
    throw errors.unreadableWeights(file, 'it has no `weightsManifest`, as a tfjs model has');
  }

  return model.weightsManifest;
}

async function readShards(file: string, paths: readonly string[]): Promise<Buffer> {
  const shards = paths.map(async shard => {
    try {
      return await readFile(path.join(path.dirname(file), shard));
    } catch (error) {
      throw errors.unreadableWeights(path.join(path.dirname(file), shard), error);
    }
  });
  return Buffer.concat(await Promise.all(shards));
}

/** `bn2a_branch1/gamma`; a model within the model has its own name in front. */
function storedWeight(file: string, spec: Spec, bytes: Buffer, offset: number): [string, StoredWeight] {
  const {name, shape, dtype, quantization} = spec;
  const length = sizeOf(spec) * Float32Array.BYTES_PER_ELEMENT;
  if (dtype !== 'float32' || quantization) {
    throw errors.unreadableWeights(file, `${name} is ${quantization ? 'quantized' : dtype}, and float32 is what can be read`);
  }

  if (offset + length > bytes.length) {
    throw errors.unreadableWeights(file, `its shards end before ${name}`);
  }

  const parts = name.split('/');
  // A copy of its own begins at an address that 32-bit values can be read from.
  const read = () => new Float32Array(Uint8Array.from(bytes.subarray(offset, offset + length)).buffer);
  return [parts.at(-2) ?? '', {name: parts.at(-1)!, shape, read}];
}

function sizeOf({shape}: Spec): number {
  return shape.reduce((product, length) => product * length, 1);
}
