import {Buffer} from 'node:buffer';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test from 'ava';
import tf from '../../../src/engine/tfjs.js';
import type {ExperimentConfig} from '../../../src/domain/generated/experiment-config.js';
import type {OuterProduct} from '../../../src/engine/kernels/dense-adam.js';
import {runCommand} from '../../../src/engine/run-command.js';
import {createOptimizer} from '../../../src/training/create-optimizer.js';
import {largestDifference} from '../../conformance/differences.js';
import {loadRealEngine} from '../../real-engine.js';
import {takeAdamSteps} from './fixtures/adam-steps.js';

test.before(loadRealEngine);

const optimizers: Array<ExperimentConfig['optimizer']> = [
  {name: 'adam', learning_rate: 0.01, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7, amsgrad: false},
  {name: 'adamw', learning_rate: 0.01, beta_1: 0.8, beta_2: 0.99, epsilon: 1e-4, amsgrad: false, weight_decay: 0.1},
  {name: 'nadam', learning_rate: 0.01, beta_1: 0.9, beta_2: 0.999, epsilon: 1e-7},
];
// Full blocks of registers, parts of them, single units, one row.
const shapes = [[32, 24, 128], [5, 13, 75], [1, 7, 3], [40, 1, 16], [3, 600, 64]] as const;

/** Gradients of one step: some large, some tiny, some 0. */
function productAt(step: number, batch: number, inputs: number, units: number): OuterProduct {
  return {
    x: tf.relu(tf.randomNormal<tf.Rank.R2>([batch, inputs], 0, 1, 'float32', step)),
    dy: tf.mul(tf.randomNormal<tf.Rank.R2>([batch, units], 0, 1, 'float32', step + 100), 10 ** -(step % 4)),
  };
}

for (const options of optimizers) {
  test.serial(`${options.name} moves dense kernels and biases by products as by the gradients that they stand for`, t => {
    for (const [batch, inputs, units] of shapes) {
      const [byProduct, byGradient] = [1, 2].map(() => tf.variable(tf.randomNormal([inputs, units], 0, 1, 'float32', 7)));
      const [bias, otherBias] = [1, 2].map(() => tf.variable(tf.zeros([units])));
      const [first, second] = [createOptimizer(options, [byProduct!, bias!]), createOptimizer(options, [byGradient!, otherBias!])];
      t.true(first.takesProducts);
      for (let step = 1; step <= 12; step++) {
        tf.tidy(() => {
          const product = productAt(step, batch, inputs, units);
          const ofBias = tf.sum(product.dy, 0);
          first.apply([product, {x: tf.ones([batch, 1]), dy: product.dy}]);
          second.apply([tf.matMul(product.x, product.dy, true), ofBias]);
        });
        for (const [own, other] of [[byProduct!, byGradient!], [bias!, otherBias!]] as const) {
          const difference = largestDifference(own.dataSync(), other.dataSync());
          t.true(difference < 1e-5, `${batch}x${inputs}x${units}, ${own === bias ? 'bias, ' : ''}step ${step}: ${difference}`);
        }
      }

      t.notDeepEqual([...byProduct!.dataSync()], [...tf.randomNormal([inputs, units], 0, 1, 'float32', 7).dataSync()]);
      first.dispose();
      second.dispose();
      tf.dispose([byProduct!, byGradient!, bias!, otherBias!]);
    }
  });
}

test.serial('where gradients are clipped, or the rule is another, they come as tensors', t => {
  const weight = tf.variable(tf.zeros([2, 2]));
  for (const options of [
    {...optimizers[0]!, clipnorm: 1},
    {...optimizers[2]!, global_clipnorm: 1},
    {...optimizers[0]!, amsgrad: true},
    {name: 'sgd', learning_rate: 0.1, momentum: 0, nesterov: false},
  ] as Array<ExperimentConfig['optimizer']>) {
    const optimizer = createOptimizer(options, [weight]);
    t.false(optimizer.takesProducts);
    optimizer.dispose();
  }

  weight.dispose();
});

test.serial('lesser instruction sets move weights alike', async t => {
  const expected = takeAdamSteps('tensors');
  const script = fileURLToPath(new URL('fixtures/print-adam.js', import.meta.url));
  for (const instructions of ['avx2', 'baseline']) {
    const {stdout} = await runCommand(process.execPath, [script], {env: {...process.env, ABLATE_INSTRUCTIONS: instructions}});
    const values = new Float32Array(Uint8Array.from(Buffer.from(stdout, 'base64')).buffer);
    t.is(values.length, expected.length);
    t.true(largestDifference(values, expected) < 1e-5, `differs with ${instructions}`);
  }
});
