import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import {applyInPlace, ResourceVariable} from '../../src/engine/resource-variable.js';
import {loadRealEngine} from '../real-engine.js';

test.before(loadRealEngine);

function halve(variable: tf.Variable, resource: ResourceVariable): void {
  tf.tidy(() => {
    resource.update(variable, () => {
      applyInPlace('ResourceApplyGradientDescent', [resource], [tf.scalar(0.5), tf.tensor1d([2, 4])]);
    });
  });
}

test('an update changes the variable, and no tensor stays behind', t => {
  const variable = tf.variable(tf.tensor1d([2, 4]));
  const resource = new ResourceVariable(variable);
  const before = tf.memory().numTensors;
  halve(variable, resource);
  t.deepEqual([...variable.dataSync()], [1, 2]);
  halve(variable, resource);
  t.deepEqual([...variable.dataSync()], [0, 0]);
  t.is(tf.memory().numTensors, before);
  resource.dispose();
});

test('what shares a variable\'s data, or read it before, keeps its value', t => {
  const variable = tf.variable(tf.tensor1d([2, 4]));
  const clone = tf.clone(variable);
  const sum = tf.add(variable, 0);
  const other = tf.variable(clone);
  const resource = new ResourceVariable(variable);
  const read = resource.read();
  halve(variable, resource);
  t.deepEqual([...variable.dataSync()], [1, 2]);
  for (const tensor of [clone, sum, other, read]) {
    t.deepEqual([...tensor.dataSync()], [2, 4]);
  }

  // And now that nobody shares it any longer.
  tf.dispose([clone, sum, other, read]);
  halve(variable, resource);
  t.deepEqual([...variable.dataSync()], [0, 0]);
  resource.dispose();
});

test('a variable has its value again when an update fails', t => {
  const variable = tf.variable(tf.tensor1d([2, 4]));
  const resource = new ResourceVariable(variable);
  t.throws(() => {
    resource.update(variable, () => {
      throw new Error('no');
    });
  }, {message: 'no'});
  t.deepEqual([...variable.dataSync()], [2, 4]);
  resource.dispose();
});
