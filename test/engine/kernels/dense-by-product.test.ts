import {Buffer} from 'node:buffer';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import tf from '../../../src/engine/tfjs.js';
import {denseByProduct} from '../../../src/engine/kernels/dense-by-product.js';
import {hasNativeOps} from '../../../src/engine/native-ops.js';
import {runCommand} from '../../../src/engine/run-command.js';
import {largestDifference} from '../../conformance/differences.js';
import {loadRealEngine} from '../../real-engine.js';
import {differentiateByParts, differentiateByProduct, type Case} from './fixtures/dense-by-product.js';

// Wide enough for the own op or narrow enough, or between; with full blocks of registers, parts of them, single units and rows.
const shapes = [[32, 130, 1024], [13, 64, 397], [1, 7, 256], [5, 300, 300], [9, 130, 6], [2, 4101, 6], [3, 65, 16], [4, 20, 64], [2, 1, 1]] as const;
const parts = ['output', 'gradient of x', 'gradient of the kernel', 'gradient of the bias'];

test.before(async t => {
  await loadRealEngine();
  t.true(hasNativeOps(), 'ablate\'s own ops were not compiled here: the set-up said why');
});

function isClose(t: ExecutionContext, actual: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  t.is(actual.length, expected.length);
  const difference = largestDifference(actual, expected) / Math.max(largestDifference(expected, new Float32Array(expected.length)), 1e-3);
  t.true(difference < 1e-5, `${what}: ${difference} of the largest value`);
}

for (const activation of ['relu', 'linear'] as const) {
  for (const [batch, inputs, units] of shapes) {
    test.serial(`values and gradients are those of the parts: ${batch}x${inputs}x${units}, ${activation}`, t => {
      const before = tf.memory().numTensors;
      tf.tidy(() => {
        const shape: Case = {batch, inputs, units, activation};
        const [actual, expected] = [differentiateByProduct(shape), differentiateByParts(shape)];
        for (const [index, what] of parts.entries()) {
          t.deepEqual(actual[index]!.shape, expected[index]!.shape);
          isClose(t, actual[index]!.dataSync(), expected[index]!.dataSync(), what);
        }
      });
      t.is(tf.memory().numTensors, before);
    });
  }
}

test.serial('a value that is not a number goes through', t => {
  tf.tidy(() => {
    for (const units of [300, 6]) {
      const output = denseByProduct({
        x: tf.fill([9, 4], Number.NaN),
        kernel: tf.ones([4, units]),
        bias: tf.zeros([units]),
        activation: 'relu',
        differentiateInput: false,
        onGradients: () => undefined,
      });
      t.true(output.dataSync().every(value => Number.isNaN(value)));
    }
  });
});

test.serial('the bits depend neither on the number of threads nor on which of them is first', async t => {
  const [one, two, many] = await Promise.all(['1', '2', '7'].map(async threads => printResults({TF_NUM_INTRAOP_THREADS: threads})));
  t.true(one!.length > 1000);
  t.true(two! === one);
  t.true(many! === one);
});

test.serial('lesser instruction sets give TensorFlow\'s values too', async t => {
  const expected = tf.tidy(() => differentiateByParts({batch: 13, inputs: 150, units: 397, activation: 'relu'}).map(tensor => tensor.dataSync()));
  for (const instructions of ['avx2', 'baseline']) {
    const bytes = Buffer.from(await printResults({ABLATE_INSTRUCTIONS: instructions}), 'base64');
    const values = new Float32Array(Uint8Array.from(bytes).buffer);
    let start = 0;
    for (const [index, what] of parts.entries()) {
      isClose(t, values.subarray(start, start + expected[index]!.length), expected[index]!, `${instructions}: ${what}`);
      start += expected[index]!.length;
    }

    t.is(start, values.length);
  }
});

async function printResults(env: NodeJS.ProcessEnv): Promise<string> {
  const script = fileURLToPath(new URL('fixtures/print-dense.js', import.meta.url));
  const {stdout} = await runCommand(process.execPath, [script], {env: {...process.env, ...env}});
  return stdout.trim();
}
