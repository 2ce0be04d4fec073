import {Buffer} from 'node:buffer';
import {mkdtemp, readFile, rm, stat, utimes, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import type tf from '../../../src/engine/tfjs.js';
import type {BackboneGraph} from '../../../src/domain/backbone.js';
import {UserError} from '../../../src/errors.js';
import {GraphBuilder} from '../../../src/model/backbones/graph-builder.js';
import type {BackboneWeights} from '../../../src/model/weights/backbone-weights.js';
import {digestWeights} from '../../../src/model/weights/digest-weights.js';
import {readWeights} from '../../../src/model/weights/read-weights.js';
import {loadRealEngine} from '../../real-engine.js';
import {writeH5, type LayerToWrite} from '../../write-h5.js';

test.before(loadRealEngine);

/** Two convolutions of a ResNet, of 2 and 3 filters, the first of them normalised. */
function smallGraph(): BackboneGraph {
  const graph = new GraphBuilder();
  const input = graph.add('input', [], undefined, 'input_1');
  const convolution = {size: [1, 1], strides: 1, padding: 'same', bias: true, activation: 'linear', initializer: 'glorot_uniform'} as const;
  const first = graph.add('conv2d', [input], {...convolution, filters: 2}, 'conv1_conv');
  const normalised = graph.add('batch_normalization', [first], {epsilon: 0.001, momentum: 0.9, scale: true}, 'conv1_bn');
  graph.add('conv2d', [normalised], {...convolution, filters: 3}, 'conv2_block1_1_conv');
  return {name: 'resnet50', preprocess: 'caffe', minimumSize: 32, nodes: graph.finish()};
}

/** Its weights: every value another one. */
function layers([first, normalisation, second]: readonly [string, string, string], rest: Partial<Record<'suffix' | 'inside', string>> = {}): LayerToWrite[] {
  const {suffix = ':0', inside} = rest;
  let next = 0;
  const weight = (layer: string, name: string, shape: readonly number[]) => {
    const values = Float32Array.from({length: shape.reduce((product, length) => product * length, 1)}, () => next++);
    return {name: `${inside ?? layer}/${name}${suffix}`, shape, values};
  };

  return [
    {name: first, weights: [weight(first, 'kernel', [1, 1, 3, 2]), weight(first, 'bias', [2])]},
    {name: normalisation, weights: ['gamma', 'beta', 'moving_mean', 'moving_variance'].map(name => weight(normalisation, name, [2]))},
    {name: second, weights: [weight(second, 'kernel', [1, 1, 2, 3]), weight(second, 'bias', [3])]},
  ];
}

const today = ['conv1_conv', 'conv1_bn', 'conv2_block1_1_conv'] as const;
const expected = {
  'conv1_conv/kernel': [0, 1, 2, 3, 4, 5],
  'conv1_conv/bias': [6, 7],
  'conv1_bn/gamma': [8, 9],
  'conv1_bn/beta': [10, 11],
  'conv1_bn/moving_mean': [12, 13],
  'conv1_bn/moving_variance': [14, 15],
  'conv2_block1_1_conv/kernel': [16, 17, 18, 19, 20, 21],
  'conv2_block1_1_conv/bias': [22, 23, 24],
};

function valuesOf(weights: BackboneWeights): Record<string, number[]> {
  return Object.fromEntries([...weights].map(([name, tensor]) => [name, [...tensor.dataSync()]]));
}

async function inFolder<Result>(use: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-weights-'));
  try {
    return await use(folder);
  } finally {
    await rm(folder, {recursive: true});
  }
}

/** The file as a plan finds it now. */
async function readNow(file: string, format: 'h5' | 'tfjs'): Promise<BackboneWeights> {
  const {sha256} = await digestWeights({path: file, format}).catch(() => ({sha256: ''}));
  return readWeights({path: file, format, sha256}, smallGraph());
}

async function readWritten(written: readonly LayerToWrite[], below?: 'model_weights'): Promise<BackboneWeights> {
  return inFolder(async folder => {
    const file = path.join(folder, 'weights.h5');
    await writeH5(file, written, below);
    return readNow(file, 'h5');
  });
}

test.serial('a file of Keras\' is read by its layers\' names, in whatever order, with layers that have no weights and others between', async t => {
  const [first, normalisation, second] = layers(today);
  const others: LayerToWrite[] = [{name: 'input_1', weights: []}, {name: 'predictions', weights: [{name: 'predictions/kernel:0', shape: [1], values: new Float32Array(1)}]}];
  t.deepEqual(valuesOf(await readWritten([...others, second!, normalisation!, first!])), expected);
});

test.serial('a whole model\'s file has them below model_weights', async t => {
  t.deepEqual(valuesOf(await readWritten(layers(today), 'model_weights')), expected);
});

test.serial('a backbone within a model is found by its own layers\' names', async t => {
  const own = layers(today);
  const inner: LayerToWrite = {name: 'resnet50', weights: [...own.flatMap(({weights}) => weights)]};
  t.deepEqual(valuesOf(await readWritten([inner, {name: 'dense', weights: []}])), expected);
});

test.serial('Keras\' former names are known', async t => {
  t.deepEqual(valuesOf(await readWritten(layers(['conv1', 'bn_conv1', 'res2a_branch2a']))), expected);
});

test.serial('layers that are counted otherwise are taken in their order, and so are weights of other names', async t => {
  t.deepEqual(valuesOf(await readWritten(layers(['conv2d_95', 'batch_normalization_95', 'conv2d_96']))), expected);
  t.deepEqual(valuesOf(await readWritten(layers(today, {suffix: '_W'}))), expected);
});

test.serial('the file of another network says what does not fit', async t => {
  const own = layers(today);
  const fewer = await t.throwsAsync(readWritten(own.slice(0, 2)));
  t.regex(fewer.message, /weights\.h5: not the weights of resnet50: expected 3 layers with weights but got 2, and none is called conv2_block1_1_conv$/v);
  const [first, ...rest] = own;
  const wider = {...first!, weights: [{...first!.weights[0]!, shape: [1, 1, 2, 3]}, first!.weights[1]!]};
  const shape = await t.throwsAsync(readWritten([wider, ...rest]));
  t.regex(shape.message, /weights\.h5: conv1_conv\/kernel: expected the shape 1x1x3x2 but got 1x1x2x3$/v);
  const bare = await t.throwsAsync(readWritten([{...first!, weights: [first!.weights[0]!]}, ...rest]));
  t.regex(bare.message, /conv1_conv\/bias: expected the shape 2 but got nothing$/v);
  const renamed = layers(['a', 'b', 'c']);
  const counted = await t.throwsAsync(readWritten([renamed[1]!, renamed[0]!, renamed[2]!]));
  t.regex(counted.message, /conv1_conv\/kernel: expected the shape 1x1x3x2 but got 2 \(layer b of the file\)$/v);
});

test.serial('what is no file of weights is told as that', async t => {
  await inFolder(async folder => {
    const file = path.join(folder, 'weights.h5');
    const attempt = async (format: 'h5' | 'tfjs') => (await t.throwsAsync(readNow(file, format))).message;
    t.regex(await attempt('h5'), /weights\.h5: cannot be read as weights \(no such file or folder\)$/v);
    await writeFile(file, 'no HDF5');
    t.regex(await attempt('h5'), /\(it is no HDF5 file\)$/v);
    t.regex(await attempt('tfjs'), /cannot be read as weights \(/v);
    await writeH5(file, []);
    t.regex(await attempt('h5'), /\(it has no `layer_names`, as Keras' files of weights have\)$/v);
    await writeFile(file, '{}');
    t.regex(await attempt('tfjs'), /\(it has no `weightsManifest`, so it is no model\.json of a tfjs layers model\)$/v);
  });
});

/** A tfjs model of these layers, in an order of its own; `cut` bytes are missing. */
async function writeTfjs(folder: string, written: readonly LayerToWrite[], {cut = 0, dtype = 'float32'} = {}): Promise<string> {
  const weights = written.flatMap(layer => layer.weights).toReversed();
  const bytes = Buffer.concat(weights.map(({values}) => Buffer.from(values.buffer, values.byteOffset, values.byteLength)));
  const middle = Math.floor(bytes.length / 2) + 1;
  await writeFile(path.join(folder, 'shard1.bin'), bytes.subarray(0, middle));
  await writeFile(path.join(folder, 'shard2.bin'), bytes.subarray(middle, bytes.length - cut));
  const manifest = [{paths: ['shard1.bin', 'shard2.bin'], weights: weights.map(({name, shape}) => ({name, shape, dtype}))}];
  const file = path.join(folder, 'model.json');
  await writeFile(file, JSON.stringify({format: 'layers-model', weightsManifest: manifest}));
  return file;
}

test.serial('what the file names and lacks is told, and the file closed', async t => {
  await inFolder(async folder => {
    const file = path.join(folder, 'weights.h5');
    const {File, ready} = await import('h5wasm/node');
    await ready;
    const attempt = async (fill: (root: InstanceType<typeof File>) => void) => {
      const opened = new File(file, 'w');
      opened.create_attribute('layer_names', ['conv1_conv']);
      fill(opened);
      opened.close();
      return (await t.throwsAsync(readNow(file, 'h5'), {instanceOf: UserError, code: 'unreadable-weights'})).message;
    };

    t.regex(await attempt(() => undefined), /\(it lacks the group conv1_conv, which it names\)$/v);
    t.regex(await attempt(root => {
      root.create_group('conv1_conv').create_attribute('weight_names', ['conv1_conv/kernel:0']);
    }), /\(it lacks conv1_conv\/kernel:0, which it names\)$/v);
    // The library writes no file anew that is still open.
    await writeH5(file, layers(today));
    t.deepEqual(valuesOf(await readNow(file, 'h5')), expected);
  });
});

test.serial('a file with a block of its user\'s own before it is read all the same', async t => {
  await inFolder(async folder => {
    const file = path.join(folder, 'weights.h5');
    await writeH5(file, layers(today));
    await writeFile(file, Buffer.concat([Buffer.alloc(512), await readFile(file)]));
    t.deepEqual(valuesOf(await readNow(file, 'h5')), expected);
  });
});

test.serial('weights that changed since the run was planned are refused, whatever their size and time', async t => {
  await inFolder(async folder => {
    const h5 = path.join(folder, 'weights.h5');
    await writeH5(h5, layers(today));
    const tfjs = await writeTfjs(folder, layers(today, {suffix: ''}));
    for (const [file, format, changing] of [[h5, 'h5', h5], [tfjs, 'tfjs', path.join(folder, 'shard1.bin')]] as const) {
      const {sha256} = await digestWeights({path: file, format});
      const {atime, mtime} = await stat(changing);
      const bytes = await readFile(changing);
      bytes[40]! ^= 1;
      await writeFile(changing, bytes);
      await utimes(changing, atime, mtime);
      await t.throwsAsync(readWeights({path: file, format, sha256}, smallGraph()), {instanceOf: UserError, code: 'weights-changed'});
    }
  });
});

test.serial('a tfjs model is read by names, today\'s and former ones, from all of its shards', async t => {
  await inFolder(async folder => {
    for (const names of [today, ['conv1', 'bn_conv1', 'res2a_branch2a'] as const]) {
      const file = await writeTfjs(folder, layers(names, {suffix: ''}));
      t.deepEqual(valuesOf(await readNow(file, 'tfjs')), expected);
    }
  });
});

test.serial('a tfjs model that is cut short, of other numbers or of other names is refused', async t => {
  await inFolder(async folder => {
    const attempt = async (names: readonly [string, string, string], how: {cut?: number; dtype?: string}) => {
      const file = await writeTfjs(folder, layers(names, {suffix: ''}), how);
      return (await t.throwsAsync(readNow(file, 'tfjs'))).message;
    };

    t.regex(await attempt(today, {cut: 4}), /\(its shards hold \d+ bytes, and its weights take \d+\)$/v);
    t.regex(await attempt(today, {dtype: 'float16'}), /is float16, and float32 is what can be read\)$/v);
    // Its order says nothing.
    t.regex(await attempt(['a', 'b', 'c'], {}), /none is called conv1_conv$/v);
    await rm(path.join(folder, 'shard2.bin'));
    const missing = await t.throwsAsync(readNow(path.join(folder, 'model.json'), 'tfjs'));
    t.regex(missing.message, /model\.json: cannot be read as weights \(its shard shard2\.bin is not beside it\)$/v);
  });
});

test.serial('shapes are Keras\'', async t => {
  const weights: ReadonlyMap<string, tf.Tensor> = await readWritten(layers(today));
  t.deepEqual(weights.get('conv1_conv/kernel')!.shape, [1, 1, 3, 2]);
  t.is(weights.size, 8);
});
