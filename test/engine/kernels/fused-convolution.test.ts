import process from 'node:process';
import test, {type ExecutionContext} from 'ava';
import tf from '../../../src/engine/tfjs.js';
import {isOnProcessor} from '../../../src/engine/compute-on.js';
import {
  fusedConvolution, hasFusedConvolution, type ConvolutionKind, type FusedActivation, type FusedConvolution,
} from '../../../src/engine/kernels/fused-convolution.js';
import {attr, runOp, type OpAttr} from '../../../src/engine/run-op.js';
import {largestDifferenceToPeak} from '../../conformance/differences.js';
import {loadRealEngine} from '../../real-engine.js';

// The titles depend on it.
await loadRealEngine();
const kinds: readonly ConvolutionKind[] = ['Conv2D', 'DepthwiseConv2dNative'];
/** Those that a plan asks for; after a depthwise convolution there is no swish. */
const activationsOf = (kind: ConvolutionKind): FusedActivation[] => kind === 'Conv2D' ? ['linear', 'relu', 'relu6', 'swish'] : ['linear', 'relu', 'relu6'];
const isExpected = process.arch === 'x64' && process.platform === 'linux' && isOnProcessor() && process.env.TF_ENABLE_ONEDNN_OPTS !== '0';

/** A test where there is something to test: this kind of convolution, with whatever activation. */
function fused(kind: ConvolutionKind, title: string, check: (t: ExecutionContext) => void): void {
  if (hasFusedConvolution(kind, 'linear')) {
    test.serial(title, t => {
      check(t);
    });
  }
}

type Case = {
  readonly kind: ConvolutionKind;
  /** Of the input: pictures, height, width, channels. */
  readonly x: readonly [number, number, number, number];
  readonly window: readonly [number, number];
  readonly filters?: number;
  readonly strides?: number;
  readonly padding: 'SAME' | 'VALID' | readonly [above: number, below: number, left: number, right: number];
};

const cases: Case[] = [
  {kind: 'Conv2D', x: [2, 9, 7, 3], window: [3, 3], filters: 5, padding: 'SAME'},
  {kind: 'Conv2D', x: [1, 13, 11, 17], window: [1, 1], filters: 33, padding: 'VALID'},
  {kind: 'Conv2D', x: [3, 12, 9, 8], window: [3, 3], filters: 16, strides: 2, padding: 'SAME'},
  {kind: 'Conv2D', x: [2, 11, 14, 4], window: [5, 3], filters: 7, strides: 2, padding: 'VALID'},
  {kind: 'Conv2D', x: [2, 15, 15, 3], window: [7, 7], filters: 9, strides: 2, padding: [3, 3, 3, 3]},
  {kind: 'Conv2D', x: [1, 8, 6, 5], window: [3, 3], filters: 4, strides: 2, padding: [0, 1, 0, 1]},
  {kind: 'Conv2D', x: [1, 6, 5, 2], window: [1, 7], filters: 3, padding: 'SAME'},
  {kind: 'DepthwiseConv2dNative', x: [2, 9, 7, 5], window: [3, 3], padding: 'SAME'},
  {kind: 'DepthwiseConv2dNative', x: [1, 12, 13, 33], window: [5, 5], strides: 2, padding: 'SAME'},
  {kind: 'DepthwiseConv2dNative', x: [3, 11, 8, 16], window: [3, 3], strides: 2, padding: 'VALID'},
];

function windowOf({strides = 1, padding}: Case): OpAttr[] {
  return [
    attr.ints('strides', [1, strides, strides, 1]),
    attr.ints('dilations', [1, 1, 1, 1]),
    attr.string('padding', typeof padding === 'string' ? padding : 'EXPLICIT'),
    ...typeof padding === 'string' ? [] : [attr.ints('explicit_paddings', [0, 0, ...padding, 0, 0])],
  ];
}

/** A case's inputs, and the addend that its output has the shape of; the same for the same case. */
function draw(each: Case): Pick<FusedConvolution, 'kind' | 'input' | 'kernel' | 'bias' | 'window'> & {readonly addend: tf.Tensor} {
  const {kind, x, window: size, filters = 1} = each;
  const input = tf.randomNormal([...x], 0, 1, 'float32', 1);
  const kernel = tf.randomNormal([...size, x[3], filters], 0, 0.5, 'float32', 2);
  const window = windowOf(each);
  const bias = tf.randomNormal([kind === 'Conv2D' ? filters : x[3]], 0, 1, 'float32', 3);
  return {kind, input, kernel, bias, window, addend: tf.randomNormal(convolve(kind, input, kernel, window).shape, 0, 2, 'float32', 4)};
}

const float = attr.type('T', 'float32');
const layout = attr.string('data_format', 'NHWC');

function convolve(kind: ConvolutionKind, input: tf.Tensor, kernel: tf.Tensor, window: readonly OpAttr[]): tf.Tensor {
  return runOp(kind, [float, layout, ...window], [input, kernel]);
}

/** The same by one op after the other. */
function apart({kind, input, kernel, bias, addend, activation, window}: FusedConvolution): tf.Tensor {
  const shifted = runOp('BiasAdd', [float, layout], [convolve(kind, input, kernel, window), bias]);
  const sum = addend ? runOp('AddV2', [float], [shifted, addend]) : shifted;
  const activate: Record<FusedActivation, () => tf.Tensor> = {
    linear: () => sum,
    relu: () => runOp('Relu', [float], [sum]),
    relu6: () => runOp('Relu6', [float], [sum]),
    swish: () => tf.mul(sum, tf.sigmoid(sum)),
  };
  return activate[activation]();
}

const because = 'what else this file says of it is left out: a GPU computes, oneDNN is switched off, or TensorFlow was built without it';
for (const kind of kinds) {
  for (const activation of activationsOf(kind)) {
    const isThere = hasFusedConvolution(kind, activation);
    test(`there is ${isThere ? 'a' : 'no'} fused ${kind} with ${activation} here${isThere ? '' : `: ${because}`}`, t => {
      // Where this fails on a PC, every frozen backbone silently takes longer, up to twice as long.
      t.true(isThere || !isExpected);
    });
  }
}

test('each kind answers for itself, and asking leaves nothing behind', t => {
  const before = tf.memory().numTensors;
  const answers = () => kinds.map(kind => activationsOf(kind).map(activation => hasFusedConvolution(kind, activation)));
  t.deepEqual(answers(), answers());
  // No TensorFlow has it, and a plan must not be told so.
  t.false(hasFusedConvolution('DepthwiseConv2dNative', 'swish'));
  t.is(tf.memory().numTensors, before);
});

for (const each of cases) {
  const {kind, x, window: [rows, columns], filters, strides = 1, padding} = each;
  const shape = `${x.join('x')} by ${rows}x${columns}${filters ? `, ${filters} filters` : ''}, strides of ${strides}, ${String(padding)}`;
  fused(kind, `${kind} and what follows it are TensorFlow's own ops one after the other: ${shape}`, t => {
    tf.tidy(() => {
      const inputs = draw(each);
      for (const activation of activationsOf(kind).filter(each => hasFusedConvolution(kind, each))) {
        // oneDNN's has no swish of a sum: a plan computes it by itself.
        for (const addend of kind === 'Conv2D' && activation !== 'swish' ? [undefined, inputs.addend] : [undefined]) {
          const [actual, expected] = [fusedConvolution, apart].map(compute => compute({...inputs, activation, addend}));
          t.deepEqual(actual!.shape, expected!.shape);
          const difference = largestDifferenceToPeak(actual!.dataSync(), expected!.dataSync());
          t.true(difference < 1e-5, `${activation}${addend ? ' of a sum' : ''}: ${difference} of the largest value`);
        }
      }
    });
  });
}

for (const each of cases) {
  fused(each.kind, `no input is changed, and each kernel counts: ${each.kind} on ${each.x.join('x')}, ${String(each.padding)}`, t => {
    tf.tidy(() => {
      const {addend, ...inputs} = draw(each);
      const row = {...inputs, activation: 'relu' as const, addend: each.kind === 'Conv2D' ? addend : undefined};
      const tensors = [row.input, row.kernel, row.bias, addend];
      const before = tensors.map(tensor => Float32Array.from(tensor.dataSync()));
      const first = fusedConvolution(row);
      const values = Float32Array.from(first.dataSync());
      // Right after each other: what oneDNN keeps of the first must not answer for the second.
      const negated = tf.neg(row.kernel);
      const other = fusedConvolution({...row, kernel: negated});
      const again = fusedConvolution(row);
      t.deepEqual(tensors.map(tensor => tensor.dataSync()), before);
      t.notDeepEqual(other.dataSync(), values);
      t.true(largestDifferenceToPeak(other.dataSync(), apart({...row, kernel: negated}).dataSync()) < 1e-5);
      t.deepEqual(again.dataSync(), values);
      t.deepEqual(first.dataSync(), values);
    });
  });
}

fused('Conv2D', 'a kernel in the memory of one that is gone answers for itself', t => {
  const {addend, ...row} = draw(cases[2]!);
  for (let round = 1; round <= 8; round++) {
    tf.tidy(() => {
      const kernel = tf.mul(row.kernel, round);
      const [actual, expected] = [fusedConvolution, apart].map(compute => compute({...row, kernel, addend, activation: 'linear'}).dataSync());
      t.true(largestDifferenceToPeak(actual!, expected!) < 1e-5, `round ${round}`);
    });
  }

  tf.dispose([addend, row.input, row.kernel, row.bias]);
});

fused('Conv2D', 'nothing is left behind but the output', t => {
  const {addend, ...row} = draw(cases[0]!);
  const before = tf.memory().numTensors;
  const output = fusedConvolution({...row, addend, activation: 'relu'});
  t.is(tf.memory().numTensors, before + 1);
  output.dispose();
});

