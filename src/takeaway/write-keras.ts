import {mkdtemp, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import type {Group} from 'h5wasm/node';
import type {ExportedFile} from '../domain/exported-run.js';
import {kerasTopology} from './keras-topology.js';
import type {TakenNetwork} from './taken-network.js';

// What Keras writes for whoever reads: the generation whose layout this is.
const versions = {keras_version: '2.15.0', backend: 'tensorflow'};

/** A whole model as Keras 2's `model.save('model.h5')` lays it out: one file of HDF5, which Keras 3 reads too. */
export async function writeKeras(network: TakenNetwork, name: string): Promise<ExportedFile[]> {
  const {File, ready} = await import('h5wasm/node');
  await ready;
  // The library writes no memory, only files.
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-h5-'));
  try {
    const place = path.join(folder, 'model.h5');
    const file = new File(place, 'w');
    attribute(file, {...versions, model_config: JSON.stringify(kerasTopology(network, name))});
    writeWeights(file.create_group('model_weights'), network);
    file.close();
    return [{path: 'model.h5', content: await readFile(place)}];
  } finally {
    await rm(folder, {recursive: true, force: true});
  }
}

function writeWeights(root: Group, {layers}: TakenNetwork): void {
  attribute(root, {...versions, layer_names: layers.map(({name}) => name)});
  for (const {name, weights} of layers) {
    const group = root.create_group(name);
    if (weights.length > 0) {
      attribute(group, {weight_names: weights.map(weight => `${name}/${weight.name}:0`)});
      const inner = group.create_group(name);
      for (const {name: weight, shape, values} of weights) {
        inner.create_dataset({name: `${weight}:0`, data: values, shape: [...shape]});
      }
    }
  }
}

function attribute(group: Group, attributes: Readonly<Record<string, string | readonly string[]>>): void {
  for (const [key, value] of Object.entries(attributes)) {
    group.create_attribute(key, value as string | string[]);
  }
}
