import type tf from '@tensorflow/tfjs';
import type {OuterProduct} from '../engine/kernels/dense-adam.js';

/** A part of a network: float32 `[batch, …]` → `[batch, …]`. */
export type Stage = (input: tf.Tensor, mode: Mode) => tf.Tensor;

export type Mode = {
  readonly training: boolean;
  /**
  Where the backward pass is to leave gradients of dense layers' weights as products. These weights have no other gradient then. Whoever
  gives the map disposes of the tensors.
  */
  readonly products?: Map<tf.Variable, OuterProduct>;
};
