import test from 'ava';
import tf from '../../src/engine/tfjs.js';
import {createOptimizer} from '../../src/training/create-optimizer.js';
import {readAnswers} from '../conformance/answers.js';
import type {OptimizerAnswers} from '../conformance/optimizers/check.js';
import {firstWeights, gradientsAt} from '../conformance/optimizers/follow.js';
import {recordedFile} from '../conformance/places.js';
import {loadRealEngine} from '../real-engine.js';

const {shapes, cases} = readAnswers<OptimizerAnswers>(recordedFile('optimizers'));

test.before(loadRealEngine);

const valuesOf = (weights: readonly tf.Tensor[]) => weights.map(weight => [...weight.dataSync()]);

for (const [name, {options}] of Object.entries(cases)) {
  test(`${name} goes on from its state as if it had never stopped`, t => {
    const [weights, resumedWeights] = [firstWeights(shapes), firstWeights(shapes)];
    const [optimizer, resumed] = [createOptimizer(options, weights), createOptimizer(options, resumedWeights)];
    optimizer.apply(gradientsAt(1, shapes));
    optimizer.apply(gradientsAt(2, shapes));
    for (const [index, weight] of resumedWeights.entries()) {
      weight.assign(tf.clone(weights[index]!));
    }

    const {state} = optimizer;
    const kept = Object.values(state.slots).map(slot => valuesOf(slot));
    resumed.state = state;
    for (const each of [optimizer, resumed]) {
      each.apply(gradientsAt(3, shapes));
    }

    t.deepEqual(valuesOf(resumedWeights), valuesOf(weights));
    t.deepEqual(Object.values(state.slots).map(slot => valuesOf(slot)), kept, 'a state that was told stays as it was');
    t.deepEqual(resumed.state.scalars, optimizer.state.scalars);
    optimizer.dispose();
    resumed.dispose();
  });

  test(`${name} leaves no tensors behind`, t => {
    const before = tf.memory().numTensors;
    const weights = firstWeights(shapes);
    const optimizer = createOptimizer(options, weights);
    const gradients = gradientsAt(1, shapes);
    const held = tf.memory().numTensors;
    optimizer.apply(gradients);
    optimizer.apply(gradients);
    t.is(tf.memory().numTensors, held);
    optimizer.dispose();
    tf.dispose([weights, gradients]);
    t.is(tf.memory().numTensors, before);
  });
}

test('every weight has a state of its own', t => {
  const weights = firstWeights(shapes);
  const optimizer = createOptimizer(cases.adam!.options, weights);
  optimizer.apply([gradientsAt(1, shapes)[0]!, ...shapes.slice(1).map(shape => tf.zeros(shape))]);
  const [moved, ...still] = valuesOf(weights);
  const [first, ...others] = valuesOf(firstWeights(shapes));
  t.notDeepEqual(moved, first);
  t.deepEqual(still, others);
  t.is(optimizer.state.step, 1);
  optimizer.dispose();
});

test('a weight that was copied before a step keeps its values', t => {
  const weights = firstWeights(shapes);
  const optimizer = createOptimizer(cases['adam, weight decay']!.options, weights);
  optimizer.apply(gradientsAt(1, shapes));
  const copies = weights.map(weight => tf.clone(weight));
  const before = valuesOf(copies);
  optimizer.apply(gradientsAt(2, shapes));
  t.deepEqual(valuesOf(copies), before);
  t.notDeepEqual(valuesOf(weights), before);
  optimizer.dispose();
});

test('gradients of infinite length are not hidden by clipping', t => {
  const weights = firstWeights(shapes);
  const optimizer = createOptimizer(cases['sgd, global_clipnorm']!.options, weights);
  optimizer.apply(shapes.map(shape => tf.fill(shape, 3e38)));
  t.true(valuesOf(weights).flat().every(value => Number.isNaN(value)));
  optimizer.dispose();
});
