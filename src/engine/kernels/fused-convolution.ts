import tf from '@tensorflow/tfjs';
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

let isThere: boolean | undefined;

/** Whether this process' TensorFlow has them: on processors, where it was built with oneDNN and oneDNN is not switched off. */
export function hasFusedConvolutions(): boolean {
  isThere ??= isOnProcessor() && tf.tidy(() => canConvolve());
  return isThere;
}

function canConvolve(): boolean {
  const window = [attr.ints('strides', [1, 1, 1, 1]), attr.ints('dilations', [1, 1, 1, 1]), attr.string('padding', 'SAME')];
  const [input, kernel, bias] = [tf.ones([1, 2, 2, 1]), tf.ones([1, 1, 1, 1]), tf.ones([1])];
  try {
    const summed = fusedConvolution({kind: 'Conv2D', input, kernel, bias, addend: input, activation: 'relu', window});
    const channelwise = fusedConvolution({kind: 'DepthwiseConv2dNative', input, kernel, bias, activation: 'linear', window});
    return summed.dataSync()[0] === 3 && channelwise.dataSync()[0] === 2;
  } catch {
    return false;
  }
}
