import tf from '../../engine/tfjs.js';
import type {BackboneActivation, Window} from '../../domain/backbone.js';
import {fusedConvolution, type ConvolutionKind, type FusedConvolution} from '../../engine/kernels/fused-convolution.js';
import {winogradConvolution, type WinogradConvolution} from '../../engine/kernels/winograd.js';
import {attr, runOp, type OpAttr} from '../../engine/run-op.js';

// TensorFlow's ops without tfjs' tape: what is frozen has no gradients, and must not keep its tensors for any. All of them are
// float32 `[n, height, width, channels]`.
const float = attr.type('T', 'float32');
const layout = attr.string('data_format', 'NHWC');

/** Zeros above, below, left and right. */
export type Zeros = readonly [readonly [number, number], readonly [number, number]];

/** A convolution with the zeros named, or with those that the window's padding asks for. */
export function convolve(kind: ConvolutionKind, inputs: readonly tf.Tensor[], window: Window, zeros?: Zeros): tf.Tensor {
  return runOp(kind, [float, layout, ...sliding(window, zeros)], inputs);
}

/** The same, with what follows it. */
export function convolveFused(convolution: Omit<FusedConvolution, 'window'>, window: Window, zeros?: Zeros): tf.Tensor {
  return fusedConvolution({...convolution, window: sliding(window, zeros)});
}

/** A convolution of stride 1 with bias and activation, by ablate's own op. */
export function convolveByWinograd(convolution: Omit<WinogradConvolution, 'size' | 'zeros'>, {size, padding}: Window, zeros?: Zeros): tf.Tensor {
  const [above, left] = padding === 'same' ? size.map(length => (length - 1) / 2) : [0, 0];
  return winogradConvolution({...convolution, size, zeros: zeros ?? [[above!, above!], [left!, left!]]});
}

function sliding({strides, padding}: Window, zeros: Zeros | undefined): OpAttr[] {
  const explicit = zeros && [0, 0, ...zeros[0], ...zeros[1], 0, 0];
  return [
    attr.ints('strides', [1, strides, strides, 1]),
    attr.ints('dilations', [1, 1, 1, 1]),
    attr.string('padding', explicit ? 'EXPLICIT' : padding.toUpperCase()),
    ...explicit ? [attr.ints('explicit_paddings', explicit)] : [],
  ];
}

/** Adds a constant to each channel. */
export function addBias(input: tf.Tensor, bias: tf.Tensor): tf.Tensor {
  return runOp('BiasAdd', [float, layout], [input, bias]);
}

/** Applies the function to every value. */
export function activate(input: tf.Tensor, activation: BackboneActivation): tf.Tensor {
  switch (activation) {
    case 'relu': {
      return runOp('Relu', [float], [input]);
    }

    case 'relu6': {
      return runOp('Relu6', [float], [input]);
    }

    case 'sigmoid': {
      return runOp('Sigmoid', [float], [input]);
    }

    case 'swish': {
      return consume(runOp('Sigmoid', [float], [input]), sigmoid => multiply(input, sigmoid));
    }
  }
}

/** The product of two, of which one may have one pixel or one channel list alone. */
export function multiply(one: tf.Tensor, other: tf.Tensor): tf.Tensor {
  return runOp('Mul', [float], [one, other]);
}

/** The sum of two. */
export function add(one: tf.Tensor, other: tf.Tensor): tf.Tensor {
  return runOp('AddV2', [float], [one, other]);
}

/** The largest value or the mean of each window. */
export function pool(kind: 'MaxPool' | 'AvgPool', input: tf.Tensor, {size: [height, width], strides, padding}: Window): tf.Tensor {
  const window = [attr.ints('ksize', [1, height, width, 1]), attr.ints('strides', [1, strides, strides, 1])];
  return runOp(kind, [float, layout, ...window, attr.string('padding', padding.toUpperCase())], [input]);
}

/** Beside each other on the last axis. */
export function concatenate(inputs: readonly tf.Tensor[]): tf.Tensor {
  const types = [attr.int('N', inputs.length), float, attr.type('Tidx', 'int32')];
  return tf.tidy(() => runOp('ConcatV2', types, [...inputs, tf.scalar(3, 'int32')]));
}

/** Each channel's mean: `[n, 1, 1, channels]`. */
export function average(input: tf.Tensor): tf.Tensor {
  const types = [float, attr.type('Tidx', 'int32'), attr.bool('keep_dims', true)];
  return tf.tidy(() => runOp('Mean', types, [input, tf.tensor1d([1, 2], 'int32')]));
}

/** Zeros around each picture. */
export function pad(input: tf.Tensor, [rows, columns]: Zeros): tf.Tensor {
  const types = [float, attr.type('Tpaddings', 'int32')];
  return tf.tidy(() => runOp('Pad', types, [input, tf.tensor2d([[0, 0], [...rows], [...columns], [0, 0]], [4, 2], 'int32')]));
}

/** What the work makes of a tensor that nobody else needs. */
export function consume(tensor: tf.Tensor, work: (tensor: tf.Tensor) => tf.Tensor): tf.Tensor {
  const result = work(tensor);
  tensor.dispose();
  return result;
}
