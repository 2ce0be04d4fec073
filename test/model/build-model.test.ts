import test from 'ava';
import type tf from '../../src/engine/tfjs.js';
import type {Layer} from '../../src/domain/generated/experiment-config.js';
import {buildModel} from '../../src/model/build-model.js';
import {completeLayer, completeLayers} from '../complete-layers.js';
import {loadRealEngine} from '../real-engine.js';

const convolution = completeLayer({conv2d: {filters: 4, padding: 'same', activation: 'relu'}});
const pool: Layer = {max_pooling2d: {pool_size: 2, padding: 'valid'}};
const hidden = completeLayer({dense: {units: 64, activation: 'relu'}});
const output = completeLayer({dense: {units: 'classes', activation: 'softmax'}});

test.before(loadRealEngine);

function kernelsOf(model: tf.LayersModel): Float32Array[] {
  return model.weights.filter(weight => weight.originalName.endsWith('/kernel')).map(weight => weight.read().dataSync() as Float32Array);
}

test('layers are named as Keras names them', async t => {
  const normalisation = completeLayer({batch_normalization: {}});
  const layers = [convolution, pool, convolution, {dropout: 0.1}, normalisation, {flatten: {}}, hidden, {dropout: 0.2}, output];
  const model = await buildModel({layers, imageSize: 8, classes: 3, seed: 0});
  t.deepEqual(
    model.layers.map(layer => layer.name),
    ['input_1', 'conv2d', 'max_pooling2d', 'conv2d_1', 'dropout', 'batch_normalization', 'flatten', 'dense', 'dropout_1', 'dense_1'],
  );
  model.dispose();
});

test('model1 of the table has as many weights as in Keras, and tfjs draws none of them', async t => {
  const filters = (count: number): Layer => ({conv2d: {...convolution.conv2d!, filters: count}});
  const layers = [filters(32), pool, filters(64), pool, filters(32), pool, {flatten: {}}, hidden, output];
  const model = await buildModel({layers, imageSize: 300, classes: 6, seed: 0});
  // Its seeded draws are a JavaScript loop over the weights, which takes seconds.
  const initialisers = model.layers.map(layer => layer.getConfig().kernelInitializer as {className: string} | undefined);
  t.deepEqual(initialisers.filter(Boolean).map(initialiser => initialiser!.className), ['Zeros', 'Zeros', 'Zeros', 'Zeros', 'Zeros']);
  // 3·3·3·32+32 + 3·3·32·64+64 + 3·3·64·32+32 + 37·37·32·64+64 + 64·6+6
  t.is(model.countParams(), 2_842_022);
  t.deepEqual(model.outputShape, [null, 6]);
  model.dispose();
});

test('kernels are glorot_uniform, biases zero', async t => {
  const model = await buildModel({layers: [convolution, {flatten: {}}, hidden, output], imageSize: 16, classes: 6, seed: 7});
  const [first, second] = kernelsOf(model);
  // Keras: fans of a 3x3 convolution from 3 to 4 channels are 27 and 36; of the dense layer 1024 and 64.
  const limits = [Math.sqrt(6 / 63), Math.sqrt(6 / 1088)];
  for (const [kernel, limit] of [[first!, limits[0]!], [second!, limits[1]!]] as const) {
    t.true(kernel.every(weight => Math.abs(weight) <= limit));
    t.true(Math.max(...kernel) > limit * 0.9 && Math.min(...kernel) < -limit * 0.9);
  }

  const mean = second!.reduce((sum, weight) => sum + weight, 0) / second!.length;
  const variance = second!.reduce((sum, weight) => sum + ((weight - mean) ** 2), 0) / second!.length;
  t.true(Math.abs(mean) < limits[1]! * 0.01);
  t.true(Math.abs((variance / ((limits[1]! ** 2) / 3)) - 1) < 0.02);
  for (const bias of model.weights.filter(weight => weight.originalName.endsWith('/bias'))) {
    t.true(bias.read().dataSync().every(value => value === 0));
  }

  model.dispose();
});

test('the same seed gives the same weights, another seed others, and so does each layer', async t => {
  const layers = [{flatten: {}}, {dense: {...hidden.dense!, units: 192}}, {dense: {...hidden.dense!, units: 192}}, output];
  const [one, again, other] = await Promise.all([3, 3, 4].map(async seed => {
    const model = await buildModel({layers, imageSize: 8, classes: 2, seed});
    const kernels = kernelsOf(model);
    model.dispose();
    return kernels;
  }));
  t.deepEqual(one, again);
  t.notDeepEqual(one![0], other![0]);
  t.notDeepEqual(one![0], one![1]);
});

test('a head takes vectors of features where no pictures are', async t => {
  const model = await buildModel({layers: [hidden, output], features: 5, classes: 3, seed: 0});
  t.deepEqual(model.inputs[0]!.shape, [null, 5]);
  t.deepEqual(model.outputs[0]!.shape, [null, 3]);
  model.dispose();
});

test('a head takes feature maps too', async t => {
  const model = await buildModel({layers: [{global_average_pooling2d: {}}, output], featureMap: [2, 3, 4], classes: 3, seed: 0});
  t.deepEqual(model.inputs[0]!.shape, [null, 2, 3, 4]);
  t.deepEqual(model.outputs[0]!.shape, [null, 3]);
  model.dispose();
});

test('layers side by side have names, weights and draws of their own', async t => {
  const layers = completeLayers([
    {flatten: {}},
    {concatenate: [{dense: {units: 8}}, {concatenate: [{dense: {units: 8}}, {dense: {units: 8, trainable: false}}]}, {activation: 'relu'}]},
    {dense: {units: 'classes', activation: 'softmax'}},
  ]);
  const [model, again] = await Promise.all([1, 1].map(async seed => buildModel({layers, imageSize: 4, classes: 2, seed})));
  t.deepEqual(model!.layers.at(-2)!.outputShape, [null, 8 + 8 + 8 + 48]);
  const kernels = kernelsOf(model!);
  t.is(kernels.length, 4);
  t.true(kernels.every(kernel => kernel.some(weight => weight !== 0)));
  t.notDeepEqual(kernels[0], kernels[1]);
  t.deepEqual(kernelsOf(again!), kernels);
  t.is(model!.trainableWeights.length, 6);
  model!.dispose();
  again!.dispose();
});

test('each layer draws by its own initializers, and a frozen one has nothing to train', async t => {
  const layers = completeLayers([
    {flatten: {}},
    {dense: {units: 64, kernel_initializer: 'he_normal', bias_initializer: 'random_normal', trainable: false}},
    {dense: {units: 64, kernel_initializer: 'ones', bias_initializer: 'random_normal'}},
    {dense: {units: 'classes', activation: 'softmax'}},
  ]);
  const model = await buildModel({layers, imageSize: 8, classes: 2, seed: 3});
  const [kernel, bias, ones, otherBias] = model.layers.flatMap(layer => layer.weights).map(weight => weight.read().dataSync());
  // 192 inputs: √(2 / 192) is the deviation, and what lies beyond two of those before the cut is drawn anew.
  const limit = 2 * Math.sqrt(2 / 192) / 0.8796;
  t.true(kernel!.every(weight => Math.abs(weight) <= limit));
  t.true(kernel!.some(weight => Math.abs(weight) > limit * 0.99));
  t.true(ones!.every(weight => weight === 1));
  t.true(bias!.some(weight => Math.abs(weight) > 0.05));
  t.notDeepEqual(bias, otherBias);
  t.deepEqual(model.trainableWeights.map(({originalName}) => originalName), ['dense_1/kernel', 'dense_1/bias', 'dense_2/kernel', 'dense_2/bias']);
  model.dispose();
});
