import tf from '../tfjs.js';
import {hasNativeOps} from '../native-ops.js';
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
  /** Told the gradients of kernel and bias in the backward pass; their tensors are kept, for the receiver to dispose of. */
  readonly onGradients: (gradients: {readonly kernel: OuterProduct; readonly bias: OuterProduct}) => void;
};

/** From so many units on, ablate's own op is quicker than TensorFlow's product. */
const wide = 256;

/** Up to so many too. */
const narrow = 16;

/** A dense layer, → `[batch, units]`, whose weights' gradients are told as the two tensors that each is a product of. First derivatives only. */
export function denseByProduct({x, kernel, bias, activation, differentiateInput, onGradients}: DenseByProduct): tf.Tensor2D {
  const compute = tf.customGrad((...args) => {
    const save = args.pop() as tf.GradSaveFunc;
    const [input, offset] = args as [tf.Tensor2D, tf.Tensor1D];
    const value = forward(input, kernel, offset, activation);
    save([input, value]);
    return {
      value,
      gradFunc(dy: tf.Tensor, [savedInput, savedValue]: tf.Tensor[]) {
        const through = (activation === 'relu' ? runOp('ReluGrad', [attr.type('T', 'float32')], [dy, savedValue!]) : tf.clone(dy)) as tf.Tensor2D;
        onGradients({
          kernel: {x: tf.keep(tf.clone(savedInput as tf.Tensor2D)), dy: tf.keep(tf.clone(through))},
          bias: {x: tf.keep(tf.ones<tf.Rank.R2>([through.shape[0], 1])), dy: tf.keep(tf.clone(through))},
        });
        // Nobody asks for these: something that fits stands for the bias' gradient, while a number in x's place would not fit any tensor.
        const dx = differentiateInput ? differentiateByInput(through, kernel) : tf.scalar(0);
        return [dx, tf.clone(offset)];
      },
    };
  });
  return tf.tidy(() => compute(x, bias) as tf.Tensor2D);
}

/** TensorFlow's product where the own op would have much to do, and too few units to share it among threads. */
function forward(x: tf.Tensor2D, kernel: tf.Tensor2D, bias: tf.Tensor1D, activation: 'linear' | 'relu'): tf.Tensor2D {
  if (hasNativeOps() && (kernel.shape[1] >= wide || kernel.shape[1] <= narrow)) {
    return runOp(activation === 'relu' ? 'AblateDenseRelu' : 'AblateDense', [], [x, kernel, bias]) as tf.Tensor2D;
  }

  const sums = tf.add<tf.Tensor2D>(tf.matMul(x, kernel), bias);
  return activation === 'relu' ? tf.relu(sums) : sums;
}

/** TensorFlow packs the weights of many units; of few there is nothing to win by it. */
function differentiateByInput(dy: tf.Tensor2D, kernel: tf.Tensor2D): tf.Tensor {
  return hasNativeOps() && kernel.shape[1] <= narrow ? runOp('AblateDenseInputGrad', [], [dy, kernel]) : tf.matMul(dy, kernel, false, true);
}
