import tf from '../tfjs.js';
import {isOnProcessor} from '../compute-on.js';
import {attr, runOp, type OpAttr} from '../run-op.js';

export type FusedInputs = {
  /** Float32 `[n, height, width, channels]`. */
  readonly input: tf.Tensor;
  /** Float32 `[rows, columns, channels, filters]`, depthwise `[rows, columns, channels, 1]`. */
  readonly kernel: tf.Tensor;
  /** Float32 `[filters]`, added to the product. */
  readonly bias: tf.Tensor;
  /** Float32 of the output's shape, added then. */
  readonly addend?: tf.Tensor | undefined;
};

/** After a depthwise convolution there is no swish. */
export type FusedActivation = 'linear' | 'relu' | 'relu6' | 'swish';

const activations = {linear: [], relu: ['Relu'], relu6: ['Relu6'], swish: ['_MklSwish']};

/** TensorFlow's names of the convolutions. */
export type ConvolutionKind = 'Conv2D' | 'DepthwiseConv2dNative';

export type FusedConvolution = FusedInputs & {
  readonly kind: ConvolutionKind;
  readonly activation: FusedActivation;
  /** The attributes `strides`, `dilations`, `padding` and `explicit_paddings`. */
  readonly window: readonly OpAttr[];
};

/**
A convolution with what follows it, while its output is in the processor's cache: oneDNN's, as TensorFlow's graphs have it and its
single ops do not. No gradient.
*/
export function fusedConvolution({kind, input, kernel, bias, addend, activation, window}: FusedConvolution): tf.Tensor {
  const added = addend ? [bias, addend] : [bias];
  return runOp(`_MklNativeFused${kind}`, [
    // Without this the op is refused: it is one that graphs are rewritten to.
    attr.string('_kernel', 'MklNameChangeOp'),
    attr.type('T', 'float32'),
    ...kind === 'Conv2D' ? [attr.types('TArgs', added.map(() => 'float32')), attr.int('num_host_args', 0)] : [],
    attr.int('num_args', added.length),
    attr.string('data_format', 'NHWC'),
    attr.strings('fused_ops', ['BiasAdd', ...addend ? ['Add'] : [], ...activations[activation]]),
    ...window,
  ], [input, kernel, ...added]);
}

const known = new Map<string, boolean>();

/**
Whether this process' TensorFlow has one with such an activation: on processors, where it was built with oneDNN and oneDNN is not
switched off. Each kind is tried once.
*/
export function hasFusedConvolution(kind: ConvolutionKind, activation: FusedActivation): boolean {
  const key = `${kind} ${activation}`;
  const isThere = known.get(key) ?? (isOnProcessor() && tf.tidy(() => canConvolve(kind, activation)));
  known.set(key, isThere);
  return isThere;
}

// A depthwise one has neither sums nor zeros of its own, and swish follows no sum.
function canConvolve(kind: ConvolutionKind, activation: FusedActivation): boolean {
  const [input, kernel, bias] = [tf.ones([1, 2, 2, 1]), tf.ones([1, 1, 1, 1]), tf.ones([1])];
  const strides = [attr.ints('strides', [1, 1, 1, 1]), attr.ints('dilations', [1, 1, 1, 1])];
  const zeros = [attr.string('padding', 'EXPLICIT'), attr.ints('explicit_paddings', [0, 0, 0, 0, 0, 0, 0, 0])];
  try {
    const addend = kind === 'Conv2D' && activation !== 'swish' ? input : undefined;
    const window = [...strides, ...kind === 'Conv2D' ? zeros : [attr.string('padding', 'SAME')]];
    const output = fusedConvolution({kind, input, kernel, bias, addend, activation, window});
    const sum = addend ? 3 : 2;
    const expected = activation === 'swish' ? sum / (1 + Math.exp(-sum)) : sum;
    return Math.abs(output.dataSync()[0]! - expected) < 1e-5;
  } catch {
    return false;
  }
}
