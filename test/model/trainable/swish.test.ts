import test from 'ava';
import tf from '../../../src/engine/tfjs.js';
import {swish} from '../../../src/model/trainable/swish.js';
import {largestDifference} from '../../conformance/differences.js';
import {loadRealEngine} from '../../real-engine.js';

test.before(loadRealEngine);

test('swish and its slope', t => {
  const values = [-3, -0.5, 0, 0.5, 3];
  const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
  const input = tf.tensor1d(values);
  t.true(largestDifference(swish(input).dataSync(), values.map(x => x * sigmoid(x))) < 1e-6);
  const slopes = values.map(x => sigmoid(x) * (1 + (x * (1 - sigmoid(x)))));
  t.true(largestDifference(tf.grad(x => tf.sum(swish(x)))(input).dataSync(), slopes) < 1e-6);
});
