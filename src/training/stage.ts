import type tf from '../engine/tfjs.js';
import type {BatchPart} from '../domain/batch-part.js';
import type {OuterProduct} from '../engine/kernels/dense-adam.js';

/** A part of a network: float32 `[batch, …]` → `[batch, …]`. */
export type Stage = (input: tf.Tensor, mode: Mode) => tf.Tensor;

export type Mode = {
  readonly training: boolean;
  /** Which step of the training it is, counted from 0: what is drawn in it depends on that. */
  readonly step?: number;
  /** Where the input is a part of a batch. */
  readonly part?: BatchPart | undefined;
  /**
  Where the backward pass is to leave gradients of dense layers' weights as products. These weights have no other gradient then. Whoever
  gives the map disposes of the tensors.
  */
  readonly products?: Map<tf.Variable, OuterProduct> | undefined;
};
