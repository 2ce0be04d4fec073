import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type {Group} from 'h5wasm/node';
import fc from 'fast-check';
import {inspectWeights} from '../../../src/model/weights/inspect-weights.js';
import {readH5} from '../../../src/model/weights/read-h5.js';
import {writeH5, type LayerToWrite} from '../../write-h5.js';
import {complainOfError, complainOfText} from '../complain.js';
import {damagedBytes} from '../inputs/damaged-bytes.js';
import type {Kind} from '../kind.js';
import {writeFiles} from '../write-files.js';

const layers: readonly LayerToWrite[] = [
  {name: 'l1', weights: [
    {name: 'l1/kernel:0', shape: [3, 3, 3, 4], values: new Float32Array(108)},
    {name: 'l1/bias:0', shape: [4], values: new Float32Array(4)},
  ]},
  {name: 'l2', weights: [{name: 'l2/kernel:0', shape: [4, 5], values: new Float32Array(20)}]},
];

const originals = await makeOriginals();

/** Files of weights as Keras writes them, looked at as a plan does and read as a run does. */
export const hdf5Weights: Kind<Uint8Array> = {
  name: 'hdf5-weights',
  tries: 120,
  seconds: 5,
  inputs: fc.oneof({weight: 10, arbitrary: damagedBytes(originals)}, {weight: 1, arbitrary: fc.constantFrom(...originals)}),
  async attempt(bytes, folder) {
    await writeFiles(folder, {'weights.h5': bytes});
    const file = path.join(folder, 'weights.h5');
    try {
      await inspectWeights(file, path.join(folder, 'cache'));
    } catch (error) {
      return complainOfText((error as Error).message, []);
    }

    try {
      const stored = await readH5(file);
      stored.close();
      return undefined;
    } catch (error) {
      return complainOfError(error, [], text => text);
    }
  },
};

/** What Keras writes, with layers below `model_weights`, and what somebody may make: links in a circle, groups for arrays, other types. */
async function makeOriginals(): Promise<Uint8Array[]> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'ablate-fuzz-weights-'));
  const file = (name: string) => path.join(folder, name);
  // HDF5 says at length on stderr what is wrong with a file; it keeps the function that is there when it is loaded.
  const {error} = console;
  console.error = () => undefined;
  const {File} = await import('h5wasm/node');
  console.error = error;
  await writeH5(file('plain.h5'), layers);
  await writeH5(file('below.h5'), layers, 'model_weights');
  const make = (name: string, fill: (root: Group) => void) => {
    const opened = new File(file(name), 'w');
    fill(opened);
    opened.close();
  };

  make('circle.h5', root => {
    root.create_attribute('layer_names', ['l1', 'l2']);
    root.create_soft_link('/l2', 'l1');
    root.create_soft_link('/l1', 'l2');
  });
  make('within-itself.h5', root => {
    root.create_attribute('layer_names', ['l1']);
    root.create_group('l1').create_attribute('weight_names', ['l1/l1/l1/kernel:0']);
    (root.get('l1') as Group).create_soft_link('/l1', 'l1');
  });
  make('elsewhere.h5', root => {
    root.create_attribute('layer_names', ['l1']);
    root.create_external_link('/etc/passwd', '/l1', 'l1');
  });
  make('types.h5', root => {
    root.create_attribute('layer_names', new Float32Array([1, 2]));
    root.create_dataset({name: 'l1', data: ['a', 'b']});
  });
  make('groups.h5', root => {
    root.create_attribute('layer_names', ['l1', '', '/', '..', '__proto__']);
    root.create_group('l1').create_attribute('weight_names', ['kernel', 'k']);
    (root.get('l1') as Group).create_group('kernel');
    (root.get('l1') as Group).create_dataset({name: 'k', data: ['text']});
  });
  make('other.h5', root => {
    root.create_dataset({name: 'x', data: new Float32Array(4)});
  });
  const made = ['plain.h5', 'below.h5', 'circle.h5', 'within-itself.h5', 'elsewhere.h5', 'types.h5', 'groups.h5', 'other.h5'].map(name => readFileSync(file(name)));
  rmSync(folder, {recursive: true});
  return made;
}

