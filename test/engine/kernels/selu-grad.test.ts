import test from 'ava';
import tf from '../../../src/engine/tfjs.js';
import {loadRealEngine} from '../../real-engine.js';

test.before(loadRealEngine);

const [scale, alpha] = [1.050_700_987_355_480_5, 1.673_263_242_354_377_2];

test('selu\'s gradient is its slope, at 0 the one from the right', t => {
  const inputs = [-3, -0.5, -1e-6, 0, 1e-6, 2];
  const slope = tf.grad((x: tf.Tensor) => tf.sum(tf.selu(x)))(tf.tensor1d(inputs)).dataSync();
  for (const [index, input] of inputs.entries()) {
    const expected = input < 0 ? scale * alpha * Math.exp(input) : scale;
    t.true(Math.abs(slope[index]! - expected) < 1e-6, `at ${input}: ${slope[index]}, expected ${expected}`);
  }
});

test('what comes down is multiplied with the slope', t => {
  const gradient = tf.grad((x: tf.Tensor) => tf.sum(tf.mul(tf.selu(x), tf.tensor1d([2, -3]))))(tf.tensor1d([1, 0]));
  const expected = [2 * scale, -3 * scale];
  t.true([...gradient.dataSync()].every((value, index) => Math.abs(value - expected[index]!) < 1e-6));
});
