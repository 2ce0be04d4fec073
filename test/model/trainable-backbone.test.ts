import {mkdtemp, readFile, rm} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import type {WeightsFile} from '../../src/domain/weights.js';
import {buildModel, type TrainedBackbone} from '../../src/model/build-model.js';
import {createOptimizer} from '../../src/training/create-optimizer.js';
import {logitsOf} from '../../src/training/logits-of.js';
import {saveModel} from '../../src/training/save-model.js';
import {trainStep} from '../../src/training/train-step.js';
import {completeLayers} from '../complete-layers.js';
import {loadRealEngine} from '../real-engine.js';
import {mobilenetFile} from './mobilenet-file.js';

let folder: string;
let mobilenet: WeightsFile;

test.before(async () => {
  await loadRealEngine();
  folder = await mkdtemp(path.join(os.tmpdir(), 'ablate-backbone-'));
  mobilenet = await mobilenetFile(folder);
});

test.after.always(async () => {
  await rm(folder, {recursive: true});
});

const layers = completeLayers([{global_average_pooling2d: {}}, {dense: {units: 'classes', activation: 'softmax'}}]);

async function build(name: TrainedBackbone['name'], trainable: boolean | string, seed = 1): Promise<tf.Sequential> {
  return buildModel({layers, classes: 3, seed, imageSize: 64, backbone: {name, weights: name === 'mobilenet_v2' ? mobilenet : undefined, trainable}});
}

const pictures = () => tf.randomUniform<tf.Rank.R4>([3, 64, 64, 3], -1, 1, 'float32', 4);

function step(model: tf.Sequential): number {
  const optimizer = createOptimizer({name: 'sgd', learning_rate: 0.05, momentum: 0, nesterov: false}, model.trainableWeights.map(weight => weight.read() as tf.Variable));
  const loss = tf.tidy(() => {
    const labels = tf.oneHot([0, 1, 2], 3).toFloat() as tf.Tensor2D;
    const outcome = trainStep({logits: logitsOf(model), optimizer, loss: {labelSmoothing: 0}}, {pictures: pictures(), labels});
    outcome.right.dispose();
    return outcome.loss.dataSync()[0]!;
  });
  optimizer.dispose();
  return loss;
}

function weightsOf(model: tf.LayersModel): Map<string, number[]> {
  return new Map(model.weights.map(weight => [weight.originalName, [...weight.read().dataSync()]]));
}

/** Names of the weights that a step of training changed. */
function moved(model: tf.Sequential): string[] {
  const before = weightsOf(model);
  step(model);
  return [...weightsOf(model)].filter(([name, values]) => values.some((value, index) => value !== before.get(name)![index])).map(([name]) => name);
}

test.serial('training from a layer on moves its weights and statistics and those behind it, and nothing before', async t => {
  const model = await build('mobilenet_v2', 'Conv_1');
  const names = ['mobilenet_v2/Conv_1/kernel', 'mobilenet_v2/Conv_1_bn/gamma', 'mobilenet_v2/Conv_1_bn/beta'];
  t.deepEqual(model.trainableWeights.map(({originalName}) => originalName), [...names, 'dense/kernel', 'dense/bias']);
  t.deepEqual(moved(model).toSorted(), [
    ...names, 'mobilenet_v2/Conv_1_bn/moving_mean', 'mobilenet_v2/Conv_1_bn/moving_variance', 'dense/kernel', 'dense/bias',
  ].toSorted());
  model.dispose();
});

test.serial('all of a backbone, and nothing of it', async t => {
  const [whole, none] = [await build('mobilenet_v2', true), await build('mobilenet_v2', false)];
  t.is(whole.weights.length, none.weights.length);
  t.is(whole.trainableWeights.length - 2, 52 + (52 * 2));
  // But the last weights of a channel that relu6 cuts off everywhere.
  t.true(moved(whole).filter(name => /(?:kernel|moving_mean)$/v.test(name)).length > 100);
  t.deepEqual(moved(none), ['dense/kernel', 'dense/bias']);
  whole.dispose();
  none.dispose();
});

test.serial('what is not trained answers as a frozen backbone does, in training too', async t => {
  const model = await build('mobilenet_v2', false);
  const [training, not] = [true, false].map(training => tf.tidy(() => logitsOf(model)(pictures(), {training}).dataSync()));
  t.deepEqual(training, not);
  model.dispose();
});

test.serial('in validation the weights are those that training left', async t => {
  const model = await build('mobilenet_v2', 'block_16_project');
  const answer = () => tf.tidy(() => logitsOf(model)(pictures(), {training: false}).dataSync());
  const before = answer();
  step(model);
  const after = answer();
  t.notDeepEqual(after, before);
  t.deepEqual(answer(), after);
  model.dispose();
});

test.serial('dropout takes whole pictures in training, others in each batch, and the same for the same seed', async t => {
  const [one, again] = await Promise.all([1, 1].map(async () => {
    const model = await build('efficientnet_b0', true);
    const losses = [step(model), step(model)];
    model.dispose();
    return losses;
  }));
  t.deepEqual(again, one);
  t.true(one!.every(loss => Number.isFinite(loss)));
});

test.serial('steps and validations leave no tensors behind', async t => {
  const before = tf.memory().numTensors;
  const model = await build('efficientnet_b0', 'block7a_expand_conv');
  const answer = () => tf.tidy(() => logitsOf(model)(pictures(), {training: false}).dataSync());
  step(model);
  answer();
  const held = tf.memory().numTensors;
  step(model);
  answer();
  t.is(tf.memory().numTensors, held);
  model.dispose();
  t.is(tf.memory().numTensors, before);
});

test.serial('a saved model answers to the last bit as the one that was saved', async t => {
  const model = await build('mobilenet_v2', 'block_16_project_BN');
  step(model);
  await saveModel(model, path.join(folder, 'saved'));
  const {weightsManifest, ...rest} = JSON.parse(await readFile(path.join(folder, 'saved', 'model.json'), 'utf8')) as tf.io.ModelJSON;
  const weights = await readFile(path.join(folder, 'saved', 'weights.bin'));
  const loaded = await tf.loadLayersModel(tf.io.fromMemory({
    ...rest,
    weightSpecs: weightsManifest[0]!.weights,
    weightData: new Uint8Array(weights).buffer,
  })) as tf.Sequential;
  const [own, theirs] = [model, loaded].map(each => tf.tidy(() => logitsOf(each)(pictures(), {training: false}).dataSync()));
  t.deepEqual(theirs, own);
  t.deepEqual(loaded.trainableWeights.map(({originalName}) => originalName), model.trainableWeights.map(({originalName}) => originalName));
  model.dispose();
  loaded.dispose();
});
