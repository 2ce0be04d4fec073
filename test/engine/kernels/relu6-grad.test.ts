import test from 'ava';
import tf from '../../../src/engine/tfjs.js';
import {loadRealEngine} from '../../real-engine.js';

test.before(loadRealEngine);

test('relu6 passes gradients where it is neither 0 nor 6', t => {
  const input = tf.tensor1d([-1, 0, 0.5, 5.9, 6, 7]);
  const gradient = tf.grad(x => tf.sum(tf.mul(tf.relu6(x), [1, 2, 3, 4, 5, 6])))(input);
  t.deepEqual([...gradient.dataSync()], [0, 0, 3, 4, 0, 0]);
});
