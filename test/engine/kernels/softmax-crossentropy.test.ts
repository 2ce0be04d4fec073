import tf from '@tensorflow/tfjs';
import test from 'ava';
import {computeOn} from '../../../src/engine/compute-on.js';
import {softmaxCrossentropy} from '../../../src/engine/kernels/softmax-crossentropy.js';
import {largestDifference} from '../../conformance/differences.js';
import {loadRealEngine} from '../../real-engine.js';

test.before(loadRealEngine);

/** What is computed where TensorFlow computes on a GPU. */
function onGpu<Value>(work: () => Value): Value {
  computeOn('gpu');
  try {
    return work();
  } finally {
    computeOn('processor');
  }
}

const logits = () => tf.tensor2d([[0, 0, 0], [3, -1, 0.5], [-30, 30, 0], [1e-8, 0, -1e-8]]);
const labels = () => tf.tensor2d([[1, 0, 0], [0, 0, 1], [0, 1, 0], [0.2, 0.5, 0.3]]);

for (const [what, weights] of [['a number', () => 0.25], ['a tensor', () => tf.tensor1d([1, 0, 3, -0.5])]] as const) {
  test.serial(`value and gradient are those of its parts, with ${what} as weights`, t => {
    tf.tidy(() => {
      const differentiate = () => tf.valueAndGrad(x => tf.mul(softmaxCrossentropy(x as tf.Tensor2D, labels(), weights()), 7))(logits());
      const [own, expected] = [differentiate(), onGpu(differentiate)];
      t.true(Math.abs(own.value.dataSync()[0]! - expected.value.dataSync()[0]!) < 1e-5);
      t.true(largestDifference(own.grad.dataSync(), expected.grad.dataSync()) < 1e-6);
      t.true(own.grad.dataSync().some(value => value !== 0));
    });
  });
}

test.serial('a GPU is not asked for the op that it refuses where every run is to be the same', async t => {
  const namesOf = async (work: () => tf.Tensor) => (await tf.profile(() => tf.tidy(work))).kernelNames;
  const compute = () => softmaxCrossentropy(logits(), labels(), 1);
  t.false((await namesOf(compute)).includes('LogSoftmax'));
  computeOn('gpu');
  const names = await namesOf(compute);
  computeOn('processor');
  t.true(names.some(name => name.startsWith('Log')));
});

test.serial('no tensor stays behind, and what made the weights may go before the gradient is asked for', t => {
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    const gradient = tf.grad(x => tf.tidy(() => softmaxCrossentropy(x as tf.Tensor2D, labels(), tf.mul<tf.Tensor1D>(tf.ones([4]), 2))))(logits());
    t.true(gradient.dataSync().every(value => Number.isFinite(value)));
  });
  t.is(tf.memory().numTensors, before);
});
