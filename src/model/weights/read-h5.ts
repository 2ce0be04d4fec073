import path from 'node:path';
import type {Dataset, Group} from 'h5wasm/node';
import {errors} from '../../errors.js';
import {isHdf5} from './is-hdf5.js';
import type {StoredLayer, StoredWeight, StoredWeights} from './stored-weights.js';

/**
Keras' weights in HDF5, as `save_weights('….h5')` lays them out at the root of a file and `save('….h5')` below `model_weights`: the
attribute `layer_names`, for each layer a group with the attribute `weight_names`, and these below it.
*/
export async function readH5(file: string): Promise<StoredWeights> {
  await ensureSignature(file);
  // Loaded where it is needed: its WebAssembly takes a tenth of a second.
  const {File, ready} = await import('h5wasm/node');
  await ready;
  const opened = openFile(file, () => new File(path.resolve(file), 'r'));
  try {
    return {
      layers: layersOf(opened),
      isInOrder: true,
      close() {
        opened.close();
      },
    };
  } catch (error) {
    opened.close();
    throw errors.unreadableWeights(file, error instanceof Lacking ? error : 'the HDF5 file is damaged');
  }
}

/** What the file says that it has, and has not. */
class Lacking extends Error {
  override readonly name = 'Lacking';
}

/** The library says much on stderr of what is no such file, and nothing to its caller. */
async function ensureSignature(file: string): Promise<void> {
  let isSigned: boolean;
  try {
    isSigned = await isHdf5(file);
  } catch (error) {
    throw errors.unreadableWeights(file, error);
  }

  if (!isSigned) {
    throw errors.unreadableWeights(file, 'it is no HDF5 file');
  }
}

function openFile<Opened extends {readonly file_id: bigint}>(file: string, work: () => Opened): Opened {
  const opened = work();
  if (opened.file_id < 0n) {
    throw errors.unreadableWeights(file, 'the HDF5 file is damaged');
  }

  return opened;
}

/** Throws a Lacking where something is named that is not there; the library throws what it likes. */
function layersOf(file: Group): StoredLayer[] {
  const root = file.keys().includes('model_weights') ? groupIn(file, 'model_weights') : file;
  const names = textsOf(root, 'layer_names');
  if (names.length === 0) {
    throw new Lacking('it has no `layer_names`, as Keras\' files of weights have');
  }

  return names.flatMap(name => layersIn(groupIn(root, name), name));
}

function groupIn(parent: Group, name: string): Group {
  const found = parent.get(name);
  if (!found || !('keys' in found)) {
    throw new Lacking(`it lacks the group ${name}, which it names`);
  }

  return found;
}

function datasetIn(parent: Group, name: string): Dataset {
  const found = parent.get(name);
  if (!found || !('shape' in found)) {
    throw new Lacking(`it lacks ${name}, which it names`);
  }

  return found;
}

/** A group is one layer, or a model within the model, whose weights' names then begin with their own layers'. */
function layersIn(group: Group, name: string): StoredLayer[] {
  const layers = new Map<string, StoredWeight[]>();
  for (const weight of textsOf(group, 'weight_names')) {
    const parts = weight.split('/');
    const layer = parts.at(-2) ?? name;
    layers.set(layer, [...layers.get(layer) ?? [], storedWeight(datasetIn(group, weight), parts.at(-1)!)]);
  }

  return layers.size === 1 ? [{name, weights: [...layers.values()][0]!}] : [...layers].map(([layer, weights]) => ({name: layer, weights}));
}

/** TensorFlow's names end in `:0`. */
function storedWeight(dataset: Dataset, name: string): StoredWeight {
  return {
    name: name.replace(/:\d+$/v, ''),
    shape: dataset.shape ?? [],
    read() {
      const {value} = dataset;
      if (!ArrayBuffer.isView(value)) {
        throw new TypeError(`it has no numbers in ${name}`);
      }

      return Float32Array.from(value as Float32Array);
    },
  };
}

/** A list of names; a long one lies in pieces, `layer_names0`, `layer_names1`, …, since an HDF5 attribute holds 64 KB. */
function textsOf({attrs}: Group, key: string): string[] {
  const pieces = key in attrs ? [key] : Object.keys(attrs).filter(name => name.startsWith(key) && /^\d+$/v.test(name.slice(key.length)));
  return pieces
    .toSorted((a, b) => Number(a.slice(key.length)) - Number(b.slice(key.length)))
    .flatMap(name => [...attrs[name]!.value as Iterable<unknown>])
    .map(String);
}
