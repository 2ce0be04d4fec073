import test from 'ava';
import tf from '../../../src/engine/tfjs.js';
import {crossentropyByParts, type Crossentropy, type Graded} from '../../../src/engine/kernels/crossentropy-by-parts.js';
import {softmaxCrossentropy} from '../../../src/engine/kernels/softmax-crossentropy.js';
import {hasNativeOps} from '../../../src/engine/native-ops.js';
import {largestDifferenceToPeak} from '../../conformance/differences.js';
import {loadRealEngine} from '../../real-engine.js';

test.before(async t => {
  await loadRealEngine();
  t.true(hasNativeOps(), 'ablate\'s own ops were not compiled here: the set-up said why');
});

const logits = () => tf.tensor2d([[0, 0, 0], [3, -1, 0.5], [-30, 30, 0], [1e-8, 0, -1e-8], [88, -120, 95]]);
const labels = () => tf.tensor2d([[1, 0, 0], [0, 0, 1], [0, 1, 0], [0.2, 0.5, 0.3], [0, 0, 1]]);

function differentiate(compute: (graded: Graded) => Crossentropy, weights: tf.Tensor1D | number) {
  const right = compute({logits: logits(), labels: labels(), weights}).right.dataSync()[0];
  const lossOf = (given: tf.Tensor) => tf.mul(compute({logits: given as tf.Tensor2D, labels: labels(), weights}).loss, 7);
  const {value, grad} = tf.valueAndGrad(lossOf)(logits());
  return {right, loss: value.dataSync()[0]!, gradient: grad.dataSync()};
}

for (const [what, weights] of [['a number', () => 0.25], ['a tensor', () => tf.tensor1d([1, 0, 3, -0.5, 2])]] as const) {
  test.serial(`loss, right answers and gradient are those of its parts, with ${what} as weights`, t => {
    tf.tidy(() => {
      const [own, expected] = [differentiate(softmaxCrossentropy, weights()), differentiate(crossentropyByParts, weights())];
      t.true(largestDifferenceToPeak([own.loss], [expected.loss]) < 1e-6);
      t.true(largestDifferenceToPeak(own.gradient, expected.gradient) < 1e-6);
      t.true(own.gradient.some(value => value !== 0));
      t.is(own.right, expected.right);
      t.is(own.right, 3);
    });
  });
}

test.serial('of probabilities that rounding makes equal the first counts, as in Keras', t => {
  tf.tidy(() => {
    const graded = {logits: tf.tensor2d([[1e-8, 2e-8], [1e-8, 2e-8]]), labels: tf.tensor2d([[1, 0], [0, 1]]), weights: 1};
    t.is(softmaxCrossentropy(graded).right.dataSync()[0], 1);
    t.is(crossentropyByParts(graded).right.dataSync()[0], 1);
  });
});

test.serial('logits that are not numbers give a loss that is none', t => {
  tf.tidy(() => {
    for (const bad of [[Number.NaN, 0, 0], [0, 0, Number.NaN], [0, Infinity, 0]]) {
      const graded = {logits: tf.tensor2d([[1, 2, 3], bad]), labels: tf.tensor2d([[1, 0, 0], [1, 0, 0]]), weights: 1};
      t.true(Number.isNaN(softmaxCrossentropy(graded).loss.dataSync()[0]));
    }
  });
});

test.serial('no tensor stays behind, and what made the weights may go before the gradient is asked for', t => {
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    const lossOf = (given: tf.Tensor) => tf.tidy(() =>
      softmaxCrossentropy({logits: given as tf.Tensor2D, labels: labels(), weights: tf.mul<tf.Tensor1D>(tf.ones([5]), 2)}).loss);
    t.true(tf.grad(lossOf)(logits()).dataSync().every(value => Number.isFinite(value)));
  });
  t.is(tf.memory().numTensors, before);
});

test.serial('what does not fit is refused', t => {
  tf.tidy(() => {
    const graded = {logits: logits(), labels: tf.ones<tf.Rank.R2>([5, 2]), weights: 1};
    t.throws(() => softmaxCrossentropy(graded), {message: /logits and labels must be \[batch, classes\]/v});
  });
});
