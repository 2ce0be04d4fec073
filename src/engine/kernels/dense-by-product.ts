import tf from '@tensorflow/tfjs';
import {attr, runOp} from '../run-op.js';
import type {OuterProduct} from './dense-adam.js';

export type DenseByProduct = {
  /** Float32 `[batch, inputs]`. */
  readonly x: tf.Tensor2D;
  /** Float32 `[inputs, units]`. */
  readonly kernel: tf.Tensor2D;
  /** Float32 `[units]`. */
  readonly bias: tf.Tensor1D;
  readonly activation: 'linear' | 'relu';
  /** Whether anything before asks for x's gradient. */
  readonly differentiateInput: boolean;
  /** Told the kernel's gradient in the backward pass; its tensors are kept, for the receiver to dispose of. */
  readonly onGradient: (gradient: OuterProduct) => void;
};

/** A dense layer, → `[batch, units]`, whose kernel's gradient is told as the two tensors that it is a product of. First derivatives only. */
export function denseByProduct({x, kernel, bias, activation, differentiateInput, onGradient}: DenseByProduct): tf.Tensor2D {
  const compute = tf.customGrad((...args) => {
    const save = args.pop() as tf.GradSaveFunc;
    const [input, offset] = args as [tf.Tensor2D, tf.Tensor1D];
    const sums = tf.add<tf.Tensor2D>(tf.matMul(input, kernel), offset);
    const value = activation === 'relu' ? tf.relu(sums) : sums;
    save([input, value]);
    return {
      value,
      gradFunc(dy: tf.Tensor, [savedInput, savedValue]: tf.Tensor[]) {
        const through = activation === 'relu' ? runOp('ReluGrad', [attr.type('T', 'float32')], [dy, savedValue!]) : tf.clone(dy);
        onGradient({x: tf.keep(tf.clone(savedInput as tf.Tensor2D)), dy: tf.keep(through as tf.Tensor2D)});
        // Nobody asks for the other: a number in its place would not fit any tensor.
        const dx = differentiateInput ? tf.matMul(through, kernel, false, true) : tf.scalar(0);
        return [dx, tf.sum(through, 0)];
      },
    };
  });
  return tf.tidy(() => compute(x, bias) as tf.Tensor2D);
}
