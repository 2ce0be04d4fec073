import process from 'node:process';
import tf from '@tensorflow/tfjs';
import test from 'ava';
import {applyInPlace, ResourceVariable} from '../../src/engine/resource-variable.js';
import {loadRealEngine} from '../real-engine.js';

test.before(loadRealEngine);

test('an op changes a variable in place, and no tensor that it was given or gave', t => {
  const given = tf.tensor1d([1, 2, 3]);
  const variable = new ResourceVariable(given);
  const given2 = variable.read();
  applyInPlace('ResourceApplyGradientDescent', [variable], [tf.scalar(0.5), tf.tensor1d([2, 4, 6])]);
  t.deepEqual([...variable.read().dataSync()], [0, 0, 0]);
  t.deepEqual([...given.dataSync()], [1, 2, 3]);
  t.deepEqual([...given2.dataSync()], [1, 2, 3]);
  variable.assign(given);
  t.deepEqual([...variable.read().dataSync()], [1, 2, 3]);
  t.deepEqual(variable.read().shape, [3]);
  variable.dispose();
});

test('variables share no values, and outlive the tidy that they were made in', t => {
  const before = tf.memory().numTensors;
  const variables: ResourceVariable[] = [];
  tf.tidy(() => {
    variables.push(new ResourceVariable(tf.tensor1d([1])), new ResourceVariable(tf.tensor1d([2])));
  });
  t.deepEqual(tf.tidy(() => variables.map(variable => variable.read().dataSync()[0])), [1, 2]);
  for (const variable of variables) {
    variable.dispose();
  }

  t.is(tf.memory().numTensors, before);
});

test('a variable\'s memory goes with it', t => {
  const megabytes = () => process.memoryUsage.rss() / 1e6;
  const useOne = () => {
    tf.tidy(() => {
      const variable = new ResourceVariable(tf.zeros([2_000_000]));
      applyInPlace('ResourceApplyGradientDescent', [variable], [tf.scalar(1), tf.ones([2_000_000])]);
      variable.dispose();
    });
  };

  for (let count = 0; count < 5; count++) {
    useOne();
  }

  const start = megabytes();
  for (let count = 0; count < 100; count++) {
    useOne();
  }

  // All of them would be 800.
  t.true(megabytes() - start < 100);
});
