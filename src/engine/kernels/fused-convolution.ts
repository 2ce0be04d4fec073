import tf from '@tensorflow/tfjs';
import {isOnProcessor} from '../compute-on.js';
import {attr, runOp, type OpAttr} from '../run-op.js';

export type FusedInputs = {
  /** Float32 `[n, height, width, channels]`. */
  readonly input: tf.Tensor;
  /** Float32 `[rows, columns, channels, filters]`. */
  readonly kernel: tf.Tensor;
  /** Float32 `[filters]`, added to the product. */
  readonly bias: tf.Tensor;
  /** Float32 of the output's shape, added then. */
  readonly addend?: tf.Tensor | undefined;
};

export type FusedActivation = 'linear' | 'relu' | 'relu6';

const activations = {linear: [], relu: ['Relu'], relu6: ['Relu6']};

/**
A convolution with what follows it, while its output is in the processor's cache: oneDNN's, as TensorFlow's graphs have it and its
single ops do not. `window`: the attributes `strides`, `dilations`, `padding` and `explicit_paddings`. No gradient.
*/
export function fusedConvolution({input, kernel, bias, addend}: FusedInputs, activation: FusedActivation, window: readonly OpAttr[]): tf.Tensor {
  const added = addend ? [bias, addend] : [bias];
  return runOp('_MklNativeFusedConv2D', [
    // Without this the op is refused: it is one that graphs are rewritten to.
    attr.string('_kernel', 'MklNameChangeOp'),
    attr.type('T', 'float32'),
    attr.types('TArgs', added.map(() => 'float32')),
    attr.int('num_args', added.length),
    attr.int('num_host_args', 0),
    attr.string('data_format', 'NHWC'),
    attr.strings('fused_ops', ['BiasAdd', ...addend ? ['Add'] : [], ...activations[activation]]),
    ...window,
  ], [input, kernel, ...added]);
}

let isThere: boolean | undefined;

/** Whether this process' TensorFlow has it: on processors, where it was built with oneDNN and oneDNN is not switched off. */
export function hasFusedConvolutions(): boolean {
  isThere ??= isOnProcessor() && tf.tidy(() => canConvolve());
  return isThere;
}

function canConvolve(): boolean {
  const window = [attr.ints('strides', [1, 1, 1, 1]), attr.ints('dilations', [1, 1, 1, 1]), attr.string('padding', 'SAME')];
  try {
    const input = tf.ones([1, 2, 2, 1]);
    const output = fusedConvolution({input, kernel: tf.ones([1, 1, 1, 1]), bias: tf.ones([1]), addend: input}, 'relu', window);
    return output.dataSync()[0] === 3;
  } catch {
    return false;
  }
}
