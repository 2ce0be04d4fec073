import tf from '../tfjs.js';
import type {ResourceVariable} from '../resource-variable.js';
import {runOpOutputs} from '../run-op.js';

/** The gradient of a dense layer's kernel, or of its bias (x is ones of `[batch, 1]`), not multiplied out: xᵀ dy. */
export type OuterProduct = {
  /** Float32 `[batch, inputs]`. */
  readonly x: tf.Tensor2D;
  /** Float32 `[batch, units]`. */
  readonly dy: tf.Tensor2D;
};

export type DenseAdam = {
  readonly weights: ResourceVariable;
  readonly means: ResourceVariable;
  readonly squares: ResourceVariable;
  /** Shares by which the averages of gradients and of their squares approach this step's. */
  readonly meanShare: number;
  readonly squareShare: number;
  /** The weights move against (ofMean · mean + ofGradient · gradient) / (√(mean of squares) + epsilon). */
  readonly ofMean: number;
  readonly ofGradient: number;
  readonly epsilon: number;
};

/**
What Adam and Nadam do to a dense kernel or bias, by ablate's own op: the gradient is computed and used block by block, and never stored.
All three variables are `[inputs, units]`, or `[units]` where there is one input.
*/
export function applyDenseAdam({weights, means, squares, ...factors}: DenseAdam, {x, dy}: OuterProduct): void {
  const {meanShare, squareShare, ofMean, ofGradient, epsilon} = factors;
  tf.tidy(() => {
    const handles = [weights, means, squares].map(({handle}) => handle);
    runOpOutputs('AblateApplyDenseAdam', [], [...handles, x, dy, tf.tensor1d([meanShare, squareShare, ofMean, ofGradient, epsilon])], 0);
  });
}
