import type tf from '../tfjs.js';
import {hasNativeOps} from '../native-ops.js';
import {attr, runOp} from '../run-op.js';

export type WinogradConvolution = {
  /** Float32 `[n, height, width, channels]`. */
  readonly input: tf.Tensor;
  /** Of `winogradWeights`. */
  readonly weights: tf.Tensor;
  /** Float32 `[filters]`. */
  readonly bias: tf.Tensor;
  /** Rows and columns of the kernel. */
  readonly size: readonly [number, number];
  /** Zeros above and below, left and right. */
  readonly zeros: readonly [readonly [number, number], readonly [number, number]];
  readonly activation: 'linear' | 'relu';
};

/** Kernels that there are transforms for. */
const sizes = new Set(['3x3', '1x3', '3x1', '5x5', '1x7', '7x1']);

/** From so many channels and filters on, what the products gain is more than what the transforms cost. */
const enough = 32;

/**
Whether a convolution of stride 1 with this kernel, `[rows, columns, channels, filters]`, is quicker by ablate's own op. Nothing else may
decide, the batch least of all: a picture has the same features in every one.
*/
export function gainsByWinograd([rows, columns, channels, filters]: readonly number[]): boolean {
  return hasNativeOps() && sizes.has(`${rows}x${columns}`) && channels! >= enough && filters! >= enough;
}

/** A kernel `[rows, columns, channels, filters]` at the points where tiles are multiplied with it, in this processor's own order: `[n]`. */
export function winogradWeights(kernel: tf.Tensor): tf.Tensor {
  return runOp('AblateWinogradWeights', [], [kernel]);
}

/** A convolution of stride 1 with bias and activation by fewer products: → `[n, height', width', filters]`. No gradient. */
export function winogradConvolution({input, weights, bias, size, zeros, activation}: WinogradConvolution): tf.Tensor {
  return runOp('AblateWinograd', [attr.ints('size', size), attr.ints('pads', zeros.flat()), attr.bool('relu', activation === 'relu')], [input, weights, bias]);
}
