import {stat} from 'node:fs/promises';
import path from 'node:path';
import {readAtMost} from '../../files/read-at-most.js';

/** Bytes of a model.json: 32 MiB. That of EfficientNetB5 has less than two. */
const largestModel = 0x2_00_00_00;

/** Some weights of a tfjs layers model, one after another in the bytes of some files. */
export type TfjsGroup = {
  /** Absolute paths, in order. */
  readonly shards: readonly string[];
  readonly weights: readonly TfjsWeight[];
};

/** One array of float32. */
export type TfjsWeight = {readonly name: string; readonly shape: readonly number[]; readonly dtype: string};

type Manifest = ReadonlyArray<{readonly paths: readonly string[]; readonly weights: ReadonlyArray<TfjsWeight & {readonly quantization?: object}>}>;

/**
The weights of a tfjs layers model by the files that hold them, which are all there and as long as their weights. Throws a plain
Error that says in words what is wrong with the model: also what ablate cannot read, so that no run begins with it.
*/
export async function tfjsGroups(modelJson: string): Promise<readonly TfjsGroup[]> {
  const groups: TfjsGroup[] = [];
  for (const {paths, weights} of await readManifest(modelJson)) {
    for (const weight of weights) {
      ensureReadable(weight);
    }

    const shards = paths.map(name => besideOf(modelJson, name));
    const sizes = await Promise.all(shards.map(async shard => sizeOf(shard)));
    const found = sizes.reduce((sum, size) => sum + size, 0);
    const wanted = weights.reduce((sum, weight) => sum + bytesOf(weight), 0);
    if (found !== wanted) {
      throw new Error(`its shards hold ${found} bytes, and its weights take ${wanted}`);
    }

    groups.push({shards, weights});
  }

  return groups;
}

function ensureReadable({name, dtype, shape, quantization}: Manifest[number]['weights'][number]): void {
  if (dtype !== 'float32' || quantization) {
    throw new Error(`${name} is ${quantization ? 'quantized' : dtype}, and float32 is what can be read`);
  }

  if (!shape.every(extent => Number.isSafeInteger(extent) && extent >= 0)) {
    throw new Error(`${name} has no shape that an array can have: ${JSON.stringify(shape).slice(0, 60)}`);
  }
}

/** A model may be anybody's: what it names elsewhere on this machine is none of its shards. */
function besideOf(modelJson: string, name: string): string {
  const folder = path.dirname(path.resolve(modelJson));
  const shard = path.resolve(folder, name);
  if (!shard.startsWith(`${folder}${path.sep}`)) {
    throw new Error(`its shard ${name} is not beside it`);
  }

  return shard;
}

/** How many bytes an array takes. */
export function bytesOf({shape}: TfjsWeight): number {
  return shape.reduce((product, extent) => product * extent, Float32Array.BYTES_PER_ELEMENT);
}

async function readManifest(modelJson: string): Promise<Manifest> {
  const bytes = await readAtMost(modelJson, largestModel);
  const text = bytes.toString('utf8');
  let model: {readonly format?: string; readonly weightsManifest?: unknown} | null;
  try {
    model = JSON.parse(text) as typeof model;
  } catch {
    throw new Error('it is no JSON, so no model.json of a tfjs layers model');
  }

  const manifest = model?.weightsManifest;
  if (!isManifest(manifest)) {
    throw new Error('it has no `weightsManifest`, so it is no model.json of a tfjs layers model');
  }

  if (model?.format === 'graph-model') {
    throw new Error('it is a tfjs graph model; a layers model is wanted, whose weights bear the names of layers');
  }

  return manifest;
}

function isManifest(value: unknown): value is Manifest {
  return Array.isArray(value) && value.every((group: Partial<Manifest[number]> | null) =>
    isListOf(group?.paths, name => typeof name === 'string') && isListOf(group?.weights, each => isWeight(each as Partial<TfjsWeight> | null)));
}

function isListOf(value: unknown, isOne: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(item => isOne(item));
}

function isWeight(value: Partial<TfjsWeight> | null): boolean {
  return typeof value?.name === 'string' && Array.isArray(value.shape) && typeof value.dtype === 'string';
}

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isFile()) {
      return found.size;
    }
  } catch {
    // Told below, as a folder of this name is.
  }

  throw new Error(`its shard ${path.basename(file)} is not beside it`);
}
