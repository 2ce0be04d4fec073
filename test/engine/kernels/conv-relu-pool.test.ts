import {Buffer} from 'node:buffer';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import tf from '../../../src/engine/tfjs.js';
import {convReluPool} from '../../../src/engine/kernels/conv-relu-pool.js';
import {hasNativeOps} from '../../../src/engine/native-ops.js';
import {runCommand} from '../../../src/engine/run-command.js';
import {largestDifference} from '../../conformance/differences.js';
import {loadRealEngine} from '../../real-engine.js';
import {byTensorFlow, differentiate, draw, type Inputs, type Shape} from './fixtures/conv-relu-pool.js';

const shapes: Shape[] = [
  {x: [2, 9, 8, 3], filters: 5, padding: 'same'},
  {x: [2, 8, 9, 3], filters: 32, padding: 'valid'},
  {x: [1, 13, 70, 1], filters: 33, padding: 'same'},
  {x: [4, 5, 5, 7], filters: 64, padding: 'same'},
  {x: [3, 11, 7, 32], filters: 20, padding: 'same'},
  {x: [1, 13, 13, 64], filters: 64, padding: 'valid'},
  {x: [2, 30, 31, 20], filters: 33, padding: 'same'},
  {x: [2, 2, 2, 9], filters: 3, padding: 'same'},
  {x: [2, 40, 34, 130], filters: 40, padding: 'same'},
  {x: [2, 4, 4, 8], filters: 1, padding: 'valid'},
];
const parts = ['output', 'sum', 'gradient of x', 'gradient of the kernel', 'gradient of the bias'];

test.before(async t => {
  await loadRealEngine();
  t.true(hasNativeOps(), 'ablate\'s own ops were not compiled here: the set-up said why');
});

function own(inputs: Inputs, padding: 'same' | 'valid' = 'same'): tf.Tensor[] {
  return differentiate(inputs, each => convReluPool({...each, padding, differentiateInput: true}));
}

function isClose(t: ExecutionContext, actual: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  t.is(actual.length, expected.length);
  const difference = largestDifference(actual, expected) / Math.max(largestDifference(expected, new Float32Array(expected.length)), 1e-3);
  t.true(difference < 1e-5, `${what}: ${difference} of the largest value`);
}

for (const shape of shapes) {
  test.serial(`values and gradients are TensorFlow's own: ${shape.x.join('x')}, ${shape.filters} filters, ${shape.padding}`, t => {
    tf.tidy(() => {
      const inputs = draw(shape);
      const actual = own(inputs, shape.padding);
      const expected = differentiate(inputs, each => byTensorFlow(each, shape.padding));
      for (const [index, what] of parts.entries()) {
        t.deepEqual(actual[index]!.shape, expected[index]!.shape);
        isClose(t, actual[index]!.dataSync(), expected[index]!.dataSync(), what);
      }
    });
  });
}

test.serial('where relu makes a window 0, or its largest value is 0 itself, nothing flows back', t => {
  tf.tidy(() => {
    const [output, , dx, ...others] = own({x: tf.ones([1, 4, 4, 1]), kernel: tf.zeros([3, 3, 1, 3]), bias: tf.tensor1d([-1, 0, 1])});
    t.deepEqual([...output!.dataSync()], Array.from({length: 4}, () => [0, 0, 1]).flat());
    t.true(dx!.dataSync().every(value => value === 0));
    for (const gradient of others) {
      const values = [...gradient.dataSync()];
      t.deepEqual([0, 1, 2].map(filter => values.some((value, index) => index % 3 === filter && value !== 0)), [false, false, true]);
    }
  });
});

test.serial('of equal values in a window the first has the gradient, as in TensorFlow', t => {
  tf.tidy(() => {
    const inputs: Inputs = {x: tf.ones([1, 8, 8, 1]), kernel: tf.ones([3, 3, 1, 1]), bias: tf.tensor1d([0])};
    const actual = own(inputs, 'valid');
    const expected = differentiate(inputs, each => byTensorFlow(each, 'valid'));
    for (const [index, what] of parts.entries()) {
      isClose(t, actual[index]!.dataSync(), expected[index]!.dataSync(), what);
    }
  });
});

test.serial('a value that is not a number goes through', t => {
  tf.tidy(() => {
    for (const channels of [1, 16]) {
      const [output] = own({x: tf.fill([1, 4, 4, channels], Number.NaN), kernel: tf.ones([3, 3, channels, 1]), bias: tf.tensor1d([0])});
      t.true(output!.dataSync().every(value => Number.isNaN(value)));
    }
  });
});

test.serial('x\'s gradient is left out where nobody asks for it, and no tensor stays behind', t => {
  const {x, ...weights} = draw(shapes[0]!);
  const before = tf.memory().numTensors;
  tf.tidy(() => {
    const expected = own({x, ...weights}).slice(3);
    const gradients = tf.grads((...[kernel, bias]) => {
      const output = convReluPool({x, kernel: kernel as tf.Tensor4D, bias: bias as tf.Tensor1D, padding: 'same', differentiateInput: false});
      return tf.sum(tf.mul(output, tf.randomNormal(output.shape, 0, 1, 'float32', 4)));
    })([weights.kernel, weights.bias]);
    t.deepEqual(gradients.map(each => each.dataSync()), expected.map(each => each.dataSync()));
  });
  t.is(tf.memory().numTensors, before);
  tf.dispose([x, ...Object.values(weights)]);
});

test.serial('the bits depend neither on the number of threads nor on which of them is first', async t => {
  const [one, two, many] = await Promise.all(['1', '2', '7'].map(async threads => printGradients({TF_NUM_INTRAOP_THREADS: threads})));
  t.true(one!.length > 1000);
  t.true(two! === one);
  t.true(many! === one);
});

test.serial('lesser instruction sets give TensorFlow\'s values too', async t => {
  const expected = tf.tidy(() => {
    const results = differentiate(draw({x: [5, 33, 31, 20], filters: 24, padding: 'same'}), inputs => byTensorFlow(inputs, 'same'));
    return results.map(tensor => tensor.dataSync());
  });
  for (const instructions of ['avx2', 'baseline']) {
    const bytes = Buffer.from(await printGradients({ABLATE_INSTRUCTIONS: instructions}), 'base64');
    const values = new Float32Array(Uint8Array.from(bytes).buffer);
    let start = 0;
    for (const [index, what] of parts.entries()) {
      isClose(t, values.subarray(start, start + expected[index]!.length), expected[index]!, `${instructions}: ${what}`);
      start += expected[index]!.length;
    }

    t.is(start, values.length);
  }
});

async function printGradients(env: NodeJS.ProcessEnv): Promise<string> {
  const script = fileURLToPath(new URL('fixtures/print-gradients.js', import.meta.url));
  const {stdout} = await runCommand(process.execPath, [script], {env: {...process.env, ...env}});
  return stdout.trim();
}
