import test, {type ExecutionContext} from 'ava';
import tf from '../../src/engine/tfjs.js';
import type {Layer} from '../../src/domain/generated/experiment-config.js';
import {layers} from '../../src/model/layers.js';
import {completeLayer} from '../complete-layers.js';
import {layerContext} from '../layer-context.js';
import {loadRealEngine} from '../real-engine.js';

const context = layerContext('tested', 11);

test.before(loadRealEngine);

/** `[1, 4, 4, 1]`: 0 to 15. */
const ramp = () => tf.reshape(tf.range(0, 16), [1, 4, 4, 1]);

function run<Kind extends keyof Layer>(kind: Kind, written: Partial<Layer[Kind]>, input: tf.Tensor, weights: tf.Tensor[] = []): tf.Tensor {
  const build = layers[kind] as (options: NonNullable<Layer[Kind]>, given: typeof context) => tf.layers.Layer;
  const layer = build(completeLayer({[kind]: written})[kind]!, context);
  layer.build(input.shape);
  layer.setWeights(weights);
  return layer.apply(input) as tf.Tensor;
}

function isClose(t: ExecutionContext, tensor: tf.Tensor, shape: number[], values: number[]): void {
  t.deepEqual(tensor.shape, shape);
  const difference = Math.max(...[...tensor.dataSync()].map((value, index) => Math.abs(value - values[index]!)));
  t.true(difference < 1e-6, `got ${[...tensor.dataSync()].join(', ')}`);
}

test('conv2d slides its window, adds the bias and applies the activation', t => {
  const ones = [tf.ones([3, 3, 1, 1]), tf.tensor1d([-100])];
  const options = {filters: 1, kernel_size: 3, strides: 1, padding: 'valid', activation: 'relu', use_bias: true} as const;
  // Sums of 3x3 windows are 45, 54, 81 and 90.
  isClose(t, run('conv2d', options, ramp(), [ones[0]!, tf.tensor1d([-50])]), [1, 2, 2, 1], [0, 4, 31, 40]);
  isClose(t, run('conv2d', {...options, activation: 'linear', use_bias: false}, ramp(), [ones[0]!]), [1, 2, 2, 1], [45, 54, 81, 90]);
  // `same` with stride 2 pads at the lower right end, as TensorFlow does.
  isClose(t, run('conv2d', {...options, strides: 2, padding: 'same', use_bias: false}, ramp(), [ones[0]!]), [1, 2, 2, 1], [45, 39, 66, 50]);
});

test('max_pooling2d takes the largest of each window, by default without overlap', t => {
  isClose(t, run('max_pooling2d', {pool_size: 2, padding: 'valid'}, ramp()), [1, 2, 2, 1], [5, 7, 13, 15]);
  isClose(t, run('max_pooling2d', {pool_size: 3, strides: 1, padding: 'valid'}, ramp()), [1, 2, 2, 1], [10, 11, 14, 15]);
  isClose(t, run('max_pooling2d', {pool_size: 3, padding: 'same'}, ramp()), [1, 2, 2, 1], [5, 7, 13, 15]);
});

test('average_pooling2d averages each window, and only what lies within the picture', t => {
  isClose(t, run('average_pooling2d', {pool_size: 2, padding: 'valid'}, ramp()), [1, 2, 2, 1], [2.5, 4.5, 10.5, 12.5]);
  isClose(t, run('average_pooling2d', {pool_size: 2, strides: 3, padding: 'same'}, ramp()), [1, 2, 2, 1], [2.5, 5, 12.5, 15]);
});

test('global_average_pooling2d averages each channel', t => {
  isClose(t, run('global_average_pooling2d', {}, tf.tensor4d([1, 10, 2, 20, 3, 30, 4, 40], [1, 2, 2, 2])), [1, 2], [2.5, 25]);
});

test('global_max_pooling2d takes each channel\'s maximum, and equal ones share its gradient', t => {
  const input = tf.tensor4d([1, 10, 4, 20, 4, 30, 4, 40], [1, 2, 2, 2]);
  isClose(t, run('global_max_pooling2d', {}, input), [1, 2], [4, 40]);
  const gradient = tf.grad(x => tf.sum(run('global_max_pooling2d', {}, x)))(input);
  isClose(t, gradient, [1, 2, 2, 2], [0, 0, 1 / 3, 0, 1 / 3, 0, 1 / 3, 1]);
});

test('flatten keeps the last axis fastest', t => {
  isClose(t, run('flatten', {}, tf.tensor4d([1, 10, 2, 20, 3, 30, 4, 40], [1, 2, 2, 2])), [1, 8], [1, 10, 2, 20, 3, 30, 4, 40]);
  isClose(t, run('flatten', {}, tf.tensor2d([[1, 2]])), [1, 2], [1, 2]);
});

test('dense multiplies, adds and activates; `classes` stands for the number of classes', t => {
  const input = tf.tensor2d([[1, 2]]);
  const kernel = tf.tensor2d([[1, 0, 2], [0, 1, 2]]);
  isClose(t, run('dense', {units: 'classes', activation: 'linear', use_bias: true}, input, [kernel, tf.tensor1d([10, 20, 30])]), [1, 3], [11, 22, 36]);
  const total = Math.exp(1) + Math.exp(2) + Math.exp(6);
  isClose(t, run('dense', {units: 3, activation: 'softmax', use_bias: false}, input, [kernel]), [1, 3], [Math.exp(1) / total, Math.exp(2) / total, Math.exp(6) / total]);
  // On pictures: each pixel for itself.
  isClose(t, run('dense', {units: 1, activation: 'linear', use_bias: true}, tf.tensor4d([1, 2, 3, 4], [1, 1, 2, 2]), [tf.tensor2d([[1], [10]]), tf.tensor1d([100])]), [1, 1, 2, 1], [121, 143]);
});

test('activation applies every function that the schema names, with Keras\' constants', t => {
  const at = (name: NonNullable<Layer['activation']>) => run('activation', name, tf.tensor2d([[-1, 2]]));
  isClose(t, at('linear'), [1, 2], [-1, 2]);
  isClose(t, at('relu'), [1, 2], [0, 2]);
  isClose(t, at('elu'), [1, 2], [Math.exp(-1) - 1, 2]);
  isClose(t, at('selu'), [1, 2], [1.050_700_987_355_480_5 * 1.673_263_242_354_377_2 * (Math.exp(-1) - 1), 2.101_401_974_710_961]);
  isClose(t, at('sigmoid'), [1, 2], [1 / (1 + Math.E), 1 / (1 + Math.exp(-2))]);
  isClose(t, at('softmax'), [1, 2], [1 / (1 + Math.exp(3)), 1 / (1 + Math.exp(-3))]);
  isClose(t, at('softplus'), [1, 2], [Math.log(1 + Math.exp(-1)), Math.log(1 + Math.exp(2))]);
  isClose(t, at('tanh'), [1, 2], [Math.tanh(-1), Math.tanh(2)]);
});

test('batch_normalization begins as the identity but for epsilon', t => {
  const layer = layers.batch_normalization(completeLayer({batch_normalization: {epsilon: 3}}).batch_normalization!, context);
  isClose(t, layer.apply(tf.tensor2d([[2, -4]])) as tf.Tensor, [1, 2], [1, -2]);
});
