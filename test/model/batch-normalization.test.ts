import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import {batchNormalization} from '../../src/model/layers/batch_normalization.js';
import {layerContext} from '../layer-context.js';
import {loadRealEngine} from '../real-engine.js';

test.before(loadRealEngine);

const options = {momentum: 0.9, epsilon: 0.001, center: true, scale: true, trainable: true};
const create = (changes: Partial<typeof options> = {}) => batchNormalization({...options, ...changes}, layerContext('batch_normalization', 0));
const read = (tensor: tf.Tensor) => [...tensor.dataSync()].map(value => Math.round(value * 1e5) / 1e5);

test('in training each channel is normalised by its batch, and the moving averages follow', t => {
  const layer = create();
  // One channel with the values 1 to 8: mean 4.5, variance 5.25, sample variance 6.
  const pictures = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [2, 2, 2, 1]);
  const output = layer.apply(pictures, {training: true}) as tf.Tensor;
  t.deepEqual(read(output), [1, 2, 3, 4, 5, 6, 7, 8].map(value => Math.round((value - 4.5) / Math.sqrt(5.251) * 1e5) / 1e5));
  // Keras' fused operation moves the variance towards the sample's: 0.9 + 0.1 · 6.
  t.deepEqual(layer.getWeights().map(weight => read(weight)), [[1], [0], [0.45], [1.5]]);
});

test('the moving variance of a flat batch is not corrected for the sample, as in Keras', t => {
  const layer = create();
  layer.apply(tf.tensor2d([[1], [2], [3], [4], [5], [6], [7], [8]]), {training: true});
  t.deepEqual(layer.getWeights().map(weight => read(weight)), [[1], [0], [0.45], [1.425]]);
});

test('in inference the moving averages are used and stay', t => {
  const layer = create();
  layer.build([null, 2]);
  layer.setWeights([[2, 1], [10, 0], [5, 1], [3.999, 0.999]].map(values => tf.tensor1d(values)));
  t.deepEqual(read(layer.apply(tf.tensor2d([[7, 3]])) as tf.Tensor), [12, 2]);
  t.deepEqual(layer.getWeights().map(weight => read(weight)), [[2, 1], [10, 0], [5, 1], [3.999, 0.999]]);
});

test('frozen it uses its moving averages in training too, and they stay', t => {
  const layer = create({trainable: false});
  layer.build([null, 1]);
  layer.setWeights([[2], [10], [5], [3.999]].map(values => tf.tensor1d(values)));
  t.deepEqual(read(layer.apply(tf.tensor2d([[7], [5]]), {training: true}) as tf.Tensor), [12, 10]);
  t.deepEqual(layer.getWeights().map(weight => read(weight)), [[2], [10], [5], [3.999]]);
  t.is(layer.trainableWeights.length, 0);
});

test('without center and scale there is neither beta nor gamma', t => {
  for (const [center, scale] of [[true, false], [false, true], [false, false]] as const) {
    const layer = create({center, scale});
    layer.build([null, 1]);
    const names = [...scale ? ['gamma'] : [], ...center ? ['beta'] : [], 'moving_mean', 'moving_variance'];
    t.deepEqual(layer.weights.map(({originalName}) => originalName.split('/').at(-1)), names);
  }
});

test('gradients of input, gamma and beta are those of tfjs\' own layer', t => {
  const own = create();
  const theirs = tf.layers.batchNormalization({momentum: 0.9, epsilon: 0.001});
  const input = tf.randomNormal([3, 4, 4, 2], 1, 2, 'float32', 5);
  const weighting = tf.randomNormal([3, 4, 4, 2], 0, 1, 'float32', 6);
  const [left, right] = [own, theirs].map(layer => {
    layer.build([null, 4, 4, 2]);
    const weights = layer.trainableWeights.map(weight => weight.read());
    const gradients = tf.grads((x: tf.Tensor, ..._weights: tf.Tensor[]) => tf.sum(tf.mul(layer.apply(x, {training: true}) as tf.Tensor, weighting)));
    return gradients([input, ...weights]).flatMap(gradient => [...gradient.dataSync()]);
  });
  t.is(left!.length, 96 + 4);
  t.true(left!.every((value, index) => Math.abs(value - right![index]!) < 1e-4));
});
