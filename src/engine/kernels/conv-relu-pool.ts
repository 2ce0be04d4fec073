import tf from '../tfjs.js';
import {attr, runOp, runOpOutputs} from '../run-op.js';

export type ConvReluPool = {
  /** Float32 `[n, height, width, channels]`. */
  readonly x: tf.Tensor4D;
  /** Float32 `[3, 3, channels, filters]`. */
  readonly kernel: tf.Tensor4D;
  /** Float32 `[filters]`. */
  readonly bias: tf.Tensor1D;
  readonly padding: 'same' | 'valid';
  /** Whether anything before asks for x's gradient: it costs as much as the kernel's. */
  readonly differentiateInput: boolean;
};

/**
A 3x3 convolution of stride 1, its bias, relu and 2x2 max pooling: → `[n, height' / 2, width' / 2, filters]`, by ablate's own ops.
The convolution's output is never stored, only which of its four values each window let through; and since the gradient of
the three others is 0, three of four products of the backward pass are left out. First derivatives only.
*/
export function convReluPool({x, kernel, bias, padding, differentiateInput}: ConvReluPool): tf.Tensor4D {
  const pad = [attr.int('pad', padding === 'same' ? 1 : 0)];
  const compute = tf.customGrad((...args) => {
    const save = args.pop() as tf.GradSaveFunc;
    const inputs = args as tf.Tensor[];
    const [pooled, choice] = runOpOutputs('AblateConvReluPool', pad, inputs, 2);
    save([inputs[0]!, inputs[1]!, choice!]);
    return {
      value: pooled!,
      gradFunc(dy: tf.Tensor, saved: tf.Tensor[]) {
        const given = [...saved, dy];
        const [dKernel, dBias] = runOpOutputs('AblateConvReluPoolKernelGrad', pad, given, 2);
        // Nobody asks for the other: a number in its place would not fit any tensor.
        const dx = differentiateInput ? runOp('AblateConvReluPoolInputGrad', pad, given) : tf.scalar(0);
        return [dx, dKernel!, dBias!];
      },
    };
  });
  return tf.tidy(() => compute(x, kernel, bias) as tf.Tensor4D);
}
