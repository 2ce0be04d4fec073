import {Buffer} from 'node:buffer';
import path from 'node:path';
import fc from 'fast-check';
import {inspectWeights} from '../../../src/model/weights/inspect-weights.js';
import {readTfjs} from '../../../src/model/weights/read-tfjs.js';
import {complainOfError, complainOfText} from '../complain.js';
import {damagedBytes} from '../inputs/damaged-bytes.js';
import type {Kind} from '../kind.js';
import {writeFiles} from '../write-files.js';

const odd = fc.oneof(
  fc.constantFrom(null, 0, -1, 0.5, 1e300, '', '2', [], {}, true, [null], [-2, -2], [1e300, 1e300], '../../../../etc/passwd', '/dev/zero', '.', 'a\0b', 'a\u{1B}[31m', '__proto__'),
  fc.jsonValue({maxDepth: 2}),
);

const right = {format: 'layers-model', weightsManifest: [{paths: ['shard.bin'], weights: [{name: 'l1/kernel', shape: [2, 2], dtype: 'float32'}]}]};

/** The model with something else at one of its places. */
const misplaced = fc.tuple(fc.constantFrom('format', 'weightsManifest', 'group', 'paths', 'path', 'weights', 'weight', 'name', 'shape', 'dtype', 'quantization'), odd).map(([place, value]) => {
  const weight = {name: 'l1/kernel', shape: [2, 2] as unknown, dtype: 'float32' as unknown, ...['name', 'shape', 'dtype', 'quantization'].includes(place) && {[place]: value}};
  const group = {
    paths: place === 'paths' ? value : [place === 'path' ? value : 'shard.bin'],
    weights: place === 'weights' ? value : [place === 'weight' ? value : weight],
  };
  return JSON.stringify({
    format: place === 'format' ? value : 'layers-model',
    weightsManifest: place === 'weightsManifest' ? value : [place === 'group' ? value : group],
  });
});

/** The `model.json` of tfjs layers models, looked at as a plan does and read as a run does. */
export const tfjsWeights: Kind<Uint8Array> = {
  name: 'tfjs-weights',
  tries: 250,
  seconds: 3,
  inputs: fc.oneof(
    {weight: 3, arbitrary: misplaced.map(text => Buffer.from(text))},
    {weight: 1, arbitrary: damagedBytes([Buffer.from(JSON.stringify(right))])},
    {weight: 1, arbitrary: fc.integer({min: 1, max: 200_000}).map(depth => Buffer.from('['.repeat(depth)))},
  ),
  async attempt(bytes, folder) {
    await writeFiles(folder, {'model.json': bytes, 'shard.bin': new Uint8Array(16)});
    const file = path.join(folder, 'model.json');
    const written = [Buffer.from(bytes).toString()];
    try {
      await inspectWeights(file, path.join(folder, 'cache'));
    } catch (error) {
      // Shown by the command line, which leaves no order to the terminal.
      return complainOfText((error as Error).message.replaceAll(/\p{Cc}/gv, ''), written);
    }

    try {
      const {layers} = await readTfjs(file);
      const weights = layers.flatMap(layer => layer.weights);
      return weights.every(({shape, read}) => read().length === shape.reduce((product, extent) => product * extent, 1))
        ? undefined
        : 'an array of another length than its shape says';
    } catch (error) {
      return complainOfError(error, written, text => text);
    }
  },
};
