import test from 'ava';
import tf from '../../../src/engine/tfjs.js';
import {registerReluGrad} from '../../../src/engine/kernels/relu-grad.js';
import {loadRealEngine} from '../../real-engine.js';

// Taken before the engine replaces it.
const original = tf.getGradient('Relu');

test.before(async () => {
  await loadRealEngine();
});

test.serial('relu\'s value and gradient are those of tfjs, at negative inputs and at zero too', t => {
  const x = tf.tensor1d([-3, -1e-30, -0, 0, 1e-30, 0.5, 7]);
  const dy = tf.tensor1d([1, 2, 3, 4, 5, 6, -7]);
  const gradient = () => [...tf.grad(v => tf.relu(v))(x, dy).dataSync()];
  const own = gradient();
  t.deepEqual(own, withOriginal(gradient));
  t.deepEqual(own.map(v => v + 0), [0, 0, 0, 0, 5, 6, -7]);
  t.deepEqual([...tf.relu(x).dataSync()].map(v => v + 0), [0, 0, 0, 0, x.dataSync()[4]!, 0.5, 7]);
});

test.serial('the gradients of fused convolutions and dense layers are the same, and no step is computed', t => {
  const x = tf.randomNormal<tf.Rank.R4>([4, 8, 8, 3], 0, 1, 'float32', 1);
  const filter = tf.randomNormal<tf.Rank.R4>([3, 3, 3, 5], 0, 1, 'float32', 2);
  const kernel = tf.randomNormal<tf.Rank.R2>([320, 6], 0, 1, 'float32', 3);
  const loss = (f: tf.Tensor, k: tf.Tensor) => {
    const convolved = tf.fused.conv2d({x, filter: f as tf.Tensor4D, strides: 1, pad: 'same', activation: 'relu', bias: tf.ones([5])});
    const dense = tf.fused.matMul({a: convolved.reshape([4, 320]), b: k, activation: 'relu', bias: tf.ones([6])});
    return tf.sum(tf.square(dense)).asScalar();
  };

  const gradients = () => tf.grads(loss)([filter, kernel]).map(gradient => [...gradient.dataSync()]);
  const own = gradients();
  t.deepEqual(own, withOriginal(gradients));
  t.true(own.every(values => values.some(value => value !== 0)));
});

test.serial('a backward pass runs ReluGrad in place of step, cast and multiply', async t => {
  const x = tf.tensor1d([-1, 2]);
  const {kernelNames} = await tf.profile(() => tf.grad(v => tf.relu(v))(x));
  t.false(kernelNames.includes('Step'));
});

function withOriginal<T>(work: () => T): T {
  tf.unregisterGradient('Relu');
  tf.registerGradient(original);
  try {
    return work();
  } finally {
    registerReluGrad();
  }
}
