import test from 'ava';
import tf from '@tensorflow/tfjs';
import type {ExperimentConfig} from '../../src/domain/generated/experiment-config.js';
import {createOptimizer} from '../../src/training/create-optimizer.js';
import {readAnswers} from '../conformance/answers.js';
import {recordedFile} from '../conformance/places.js';
import {loadRealEngine} from '../real-engine.js';

type Recorded = Record<string, {readonly options: ExperimentConfig['optimizer']}>;

const recorded = readAnswers<Recorded>(recordedFile('optimizers'));
const count = 6;
const gradientAt = (step: number) => tf.tensor1d(Array.from({length: count}, (_, index) => Math.sin(step * (index + 1)) * (10 ** (1 - index))));
const firstWeight = () => tf.variable(tf.tensor1d(Array.from({length: count}, (_, index) => Math.cos(index))));

test.before(loadRealEngine);

for (const [name, {options}] of Object.entries(recorded)) {
  test(`${name} goes on from its state as if it had never stopped`, t => {
    const [weight, resumedWeight] = [firstWeight(), firstWeight()];
    const [optimizer, resumed] = [createOptimizer(options, [weight]), createOptimizer(options, [resumedWeight])];
    optimizer.apply([gradientAt(1)]);
    optimizer.apply([gradientAt(2)]);
    resumedWeight.assign(tf.clone(weight));
    resumed.state = optimizer.state;
    for (const each of [optimizer, resumed]) {
      each.apply([gradientAt(3)]);
    }

    t.deepEqual(resumedWeight.dataSync(), weight.dataSync());
    optimizer.dispose();
    resumed.dispose();
  });
}

test('every weight has a state of its own, and no step leaves tensors behind', t => {
  const weights = [firstWeight(), firstWeight()];
  const optimizer = createOptimizer({name: 'adam', learning_rate: 0.1, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7}, weights);
  const gradients = [gradientAt(1), tf.zeros([count])];
  const before = tf.memory().numTensors;
  optimizer.apply(gradients);
  t.is(tf.memory().numTensors, before);
  t.deepEqual([...weights[1]!.dataSync()], [...firstWeight().dataSync()]);
  t.notDeepEqual([...weights[0]!.dataSync()], [...firstWeight().dataSync()]);
  t.is(optimizer.state.step, 1);
  optimizer.dispose();
});
