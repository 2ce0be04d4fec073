import {readFile, stat} from 'node:fs/promises';
import path from 'node:path';

type Weight = {readonly shape: readonly number[]; readonly dtype: string; readonly quantization?: {readonly dtype: string}};
type Manifest = ReadonlyArray<{readonly paths: readonly string[]; readonly weights: readonly Weight[]}>;

const bytesOf: Readonly<Record<string, number>> = {float32: 4, int32: 4, float16: 2, uint16: 2, uint8: 1, bool: 1};

/**
The files, in order, that hold the weights of a tfjs layers model: absolute, all there, and as long as its weights. Throws a
plain Error that says in words what is wrong with it.
*/
export async function listShards(modelJson: string): Promise<readonly string[]> {
  const shards: string[] = [];
  for (const {paths, weights} of await readManifest(modelJson)) {
    const files = paths.map(name => path.join(path.dirname(modelJson), name));
    let found = 0;
    for (const file of files) {
      found += await sizeOf(file);
    }

    const wanted = weights.reduce((sum, weight) => sum + lengthOf(weight), 0);
    if (found !== wanted) {
      throw new Error(`its shards hold ${found} bytes, and its weights take ${wanted}`);
    }

    shards.push(...files);
  }

  return shards;
}

async function readManifest(modelJson: string): Promise<Manifest> {
  const text = await readFile(modelJson, 'utf8');
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
    Array.isArray(group?.paths) && Array.isArray(group.weights));
}

async function sizeOf(file: string): Promise<number> {
  try {
    const {size} = await stat(file);
    return size;
  } catch {
    throw new Error(`its shard ${path.basename(file)} is not beside it`);
  }
}

function lengthOf({shape, dtype, quantization}: Weight): number {
  return shape.reduce((product, extent) => product * extent, bytesOf[quantization?.dtype ?? dtype] ?? 4);
}
