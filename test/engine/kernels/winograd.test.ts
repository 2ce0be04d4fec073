import {Buffer} from 'node:buffer';
import process from 'node:process';
import {fileURLToPath} from 'node:url';
import test, {type ExecutionContext} from 'ava';
import tf from '../../../src/engine/tfjs.js';
import {gainsByWinograd, winogradConvolution, winogradWeights} from '../../../src/engine/kernels/winograd.js';
import {hasNativeOps} from '../../../src/engine/native-ops.js';
import {runCommand} from '../../../src/engine/run-command.js';
import {largestDifferenceToPeak} from '../../conformance/differences.js';
import {loadRealEngine} from '../../real-engine.js';
import {byTensorFlow, byWinograd, draw, printedCases, sameZeros, type Case} from './fixtures/winograd.js';

const none = [[0, 0], [0, 0]] as const;

// Sizes that fill no tile, and those that fill them; filters in blocks of one vector to four; tiles for one task and many, by both ways of
// sharing them.
const cases: ReadonlyArray<Omit<Case, 'activation'>> = [
  {input: [2, 9, 8, 3], filters: 5, size: [3, 3], zeros: sameZeros([3, 3])},
  {input: [1, 3, 3, 1], filters: 1, size: [3, 3], zeros: none},
  {input: [1, 1, 1, 16], filters: 16, size: [3, 3], zeros: sameZeros([3, 3])},
  {input: [2, 12, 12, 32], filters: 64, size: [3, 3], zeros: sameZeros([3, 3])},
  {input: [3, 21, 18, 33], filters: 70, size: [3, 3], zeros: none},
  {input: [2, 38, 35, 96], filters: 48, size: [3, 3], zeros: [[2, 0], [0, 3]]},
  {input: [5, 14, 13, 140], filters: 192, size: [3, 3], zeros: sameZeros([3, 3])},
  {input: [4, 10, 10, 512], filters: 64, size: [3, 3], zeros: sameZeros([3, 3])},
  {input: [13, 19, 19, 310], filters: 20, size: [3, 3], zeros: sameZeros([3, 3])},
  {input: [3, 8, 8, 40], filters: 33, size: [1, 3], zeros: sameZeros([1, 3])},
  {input: [3, 9, 8, 40], filters: 33, size: [3, 1], zeros: sameZeros([3, 1])},
  {input: [3, 17, 17, 128], filters: 192, size: [1, 7], zeros: sameZeros([1, 7])},
  {input: [3, 17, 17, 128], filters: 192, size: [7, 1], zeros: sameZeros([7, 1])},
  {input: [2, 7, 7, 5], filters: 7, size: [7, 1], zeros: none},
  {input: [2, 20, 13, 48], filters: 64, size: [5, 5], zeros: sameZeros([5, 5])},
  {input: [1, 5, 9, 35], filters: 37, size: [5, 5], zeros: none},
];

test.before(async t => {
  await loadRealEngine();
  t.true(hasNativeOps(), 'ablate\'s own ops were not compiled here: the set-up said why');
});

function isClose(t: ExecutionContext, actual: ArrayLike<number>, expected: ArrayLike<number>, what: string): void {
  const difference = largestDifferenceToPeak(actual, expected);
  t.true(difference < 1e-5, `${what}: ${difference} of the largest value`);
}

for (const {size, ...rest} of cases) {
  for (const activation of ['relu', 'linear'] as const) {
    test.serial(`values are TensorFlow's: ${rest.input.join('x')}, ${rest.filters} filters of ${size.join('x')}, zeros ${rest.zeros.flat().join(' ')}, ${activation}`, t => {
      tf.tidy(() => {
        const each: Case = {...rest, size, activation};
        const inputs = draw(each);
        const [actual, expected] = [byWinograd(inputs, each), byTensorFlow(inputs, each)];
        t.deepEqual(actual.shape, expected.shape);
        isClose(t, actual.dataSync(), expected.dataSync(), 'output');
      });
    });
  }
}

test.serial('a picture\'s bits do not depend on the pictures beside it', t => {
  for (const each of printedCases) {
    tf.tidy(() => {
      const [images, height, width, channels] = each.input;
      const inputs = draw(each);
      const together = byWinograd(inputs, each);
      for (let image = 0; image < images; image++) {
        const input = tf.slice(inputs.input, [image, 0, 0, 0], [1, height, width, channels]);
        t.deepEqual(byWinograd({...inputs, input}, each).dataSync(), tf.slice(together, [image, 0, 0, 0], [1, -1, -1, -1]).dataSync());
      }
    });
  }
});

test.serial('a value that is not a number goes through', t => {
  tf.tidy(() => {
    const output = winogradConvolution({
      input: tf.fill([1, 6, 6, 20], Number.NaN),
      weights: winogradWeights(tf.ones([3, 3, 20, 3])),
      bias: tf.zeros([3]),
      size: [3, 3],
      zeros: sameZeros([3, 3]),
      activation: 'relu',
    });
    t.true(output.dataSync().every(value => Number.isNaN(value)));
  });
});

test.serial('what does not fit is refused', t => {
  tf.tidy(() => {
    const {input, kernel, bias} = draw(printedCases[0]!);
    const convolve = (size: readonly [number, number], weights: tf.Tensor) =>
      winogradConvolution({input, weights, bias, size, zeros: none, activation: 'linear'});
    t.throws(() => winogradWeights(tf.ones([7, 7, 8, 8])), {message: /must be 3x3/v});
    t.throws(() => convolve([7, 7], winogradWeights(kernel)), {message: /must be 3x3/v});
    t.throws(() => convolve([1, 7], winogradWeights(kernel)), {message: /must be those of a kernel/v});
  });
});

test.serial('kernels that gain are those with transforms and many channels', t => {
  t.true(gainsByWinograd([3, 3, 64, 64]));
  t.true(gainsByWinograd([1, 7, 128, 192]));
  t.false(gainsByWinograd([3, 3, 3, 64]));
  t.false(gainsByWinograd([1, 1, 64, 64]));
  t.true(gainsByWinograd([5, 5, 48, 64]));
  t.false(gainsByWinograd([7, 7, 64, 64]));
});

test.serial('the bits depend neither on the number of threads nor on which of them is first', async t => {
  const [one, two, many] = await Promise.all(['1', '2', '7'].map(async threads => printResults({TF_NUM_INTRAOP_THREADS: threads})));
  t.true(one!.length > 1000);
  t.true(two! === one);
  t.true(many! === one);
});

test.serial('lesser instruction sets give TensorFlow\'s values too', async t => {
  const expected = printedCases.map(each => tf.tidy(() => byTensorFlow(draw(each), each).dataSync()));
  for (const instructions of ['avx2', 'baseline']) {
    const bytes = Buffer.from(await printResults({ABLATE_INSTRUCTIONS: instructions}), 'base64');
    const values = new Float32Array(Uint8Array.from(bytes).buffer);
    let start = 0;
    for (const [index, each] of expected.entries()) {
      isClose(t, values.subarray(start, start + each.length), each, `${instructions}: case ${index}`);
      start += each.length;
    }

    t.is(start, values.length);
  }
});

async function printResults(env: NodeJS.ProcessEnv): Promise<string> {
  const script = fileURLToPath(new URL('fixtures/print-winograd.js', import.meta.url));
  const {stdout} = await runCommand(process.execPath, [script], {env: {...process.env, ...env}});
  return stdout.trim();
}
