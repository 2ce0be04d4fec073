import {createHash} from 'node:crypto';
import {mkdtemp, readdir, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import {buildModel} from '../../src/model/build-model.js';
import {logitsOf} from '../../src/training/logits-of.js';
import {saveModel} from '../../src/training/save-model.js';
import {completeLayers} from '../complete-layers.js';
import {loadRealEngine} from '../real-engine.js';

const layers = completeLayers([
  {conv2d: {filters: 4, padding: 'same', activation: 'relu', use_bias: false}},
  {batch_normalization: {momentum: 0.9, epsilon: 0.01}},
  {max_pooling2d: {pool_size: 2, padding: 'same'}},
  {conv2d: {filters: 4, padding: 'same', trainable: false}},
  {batch_normalization: {trainable: false, center: false}},
  {average_pooling2d: {pool_size: 2, strides: 1}},
  {activation: 'elu'},
  {concatenate: [{activation: 'relu'}, {conv2d: {filters: 3, kernel_size: 1}}, {concatenate: [{batch_normalization: {}}, {conv2d: {filters: 2, padding: 'same'}}]}]},
  {dropout: 0.4},
  {concatenate: [{global_average_pooling2d: {}}, {global_max_pooling2d: {}}]},
  {flatten: {}},
  {dense: {units: 'classes', activation: 'softmax'}},
]);

test.before(loadRealEngine);

async function inFolder(use: (folder: string) => Promise<void>): Promise<void> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-model-'));
  try {
    await use(folder);
  } finally {
    await rm(folder, {recursive: true});
  }
}

async function load(folder: string): Promise<tf.Sequential> {
  const {weightsManifest, ...rest} = JSON.parse(await readFile(path.join(folder, 'model.json'), 'utf8')) as tf.io.ModelJSON;
  const weights = await readFile(path.join(folder, 'weights.bin'));
  return tf.loadLayersModel(tf.io.fromMemory({
    ...rest,
    weightSpecs: weightsManifest[0]!.weights,
    weightData: new Uint8Array(weights).buffer,
  })) as Promise<tf.Sequential>;
}

test.serial('a saved model answers to the last bit as the one that was saved', async t => {
  await inFolder(async folder => {
    const model = await buildModel({layers, imageSize: 8, classes: 3, seed: 4});
    const pictures = tf.randomUniform([5, 8, 8, 3], 0, 1, 'float32', 1);
    // Moves batch normalisation's averages.
    model.apply(pictures, {training: true});
    const tensors = tf.memory().numTensors;
    const saved = await saveModel(model, path.join(folder, 'best'));
    t.is(tf.memory().numTensors, tensors);
    const loaded = await load(path.join(folder, 'best'));
    const [before, after] = [model, loaded].map(each => tf.softmax(logitsOf(each)(pictures as tf.Tensor4D, {training: false})).dataSync());
    t.deepEqual(after, before);
    t.deepEqual((loaded.predict(pictures) as tf.Tensor).dataSync(), (model.predict(pictures) as tf.Tensor).dataSync());
    t.deepEqual(loaded.layers.map(layer => [layer.name, layer.getClassName()]), model.layers.map(layer => [layer.name, layer.getClassName()]));

    const weights = await readFile(path.join(folder, 'best', 'weights.bin'));
    t.is(saved.bytes, weights.length);
    t.is(saved.bytes, model.countParams() * 4);
    t.is(saved.sha256, createHash('sha256').update(weights).digest('hex'));
  });
});

test.serial('saving again replaces the weights and leaves nothing else behind', async t => {
  await inFolder(async folder => {
    const [one, other] = await Promise.all([1, 2].map(async seed => buildModel({layers, imageSize: 8, classes: 3, seed})));
    const first = await saveModel(one!, folder);
    const second = await saveModel(other!, folder);
    t.not(first.sha256, second.sha256);
    t.is(createHash('sha256').update(await readFile(path.join(folder, 'weights.bin'))).digest('hex'), second.sha256);
    const left = await readdir(folder);
    t.deepEqual(left.toSorted(), ['model.json', 'weights.bin']);
  });
});
