import tf from '../engine/tfjs.js';
import {attr, runOpOutputs} from '../engine/run-op.js';

export type BatchToNormalise = {
  /** `[batch, …, channels]`. */
  readonly input: tf.Tensor;
  /** `[channels]`. */
  readonly gamma: tf.Tensor;
  readonly beta: tf.Tensor;
  readonly epsilon: number;
  /** Is told the batch's mean and variance `[channels]`, for moving averages. */
  readonly onMoments: (mean: tf.Tensor1D, variance: tf.Tensor1D) => void;
};

/**
Normalises each channel by its mean and variance in the batch (Ioffe and Szegedy, 2015): TensorFlow's fused operation and its
gradient, as in Keras; tfjs' own is built of seven operations and leaves the sample correction n / (n - 1) of pictures'
moving variance out.
*/
export function normaliseBatch({input, gamma, beta, epsilon, onMoments}: BatchToNormalise): tf.Tensor {
  const channels = input.shape.at(-1)!;
  // `[batch, channels]` is normalised as pictures of one pixel.
  const pictures = input.rank === 4 ? input : tf.reshape(input, [-1, 1, 1, channels]);
  const normalise = tf.customGrad((...args) => {
    const save = args.pop() as tf.GradSaveFunc;
    const [x, factor, constant] = args as tf.Tensor[];
    const {output, mean, variance, reserve} = normaliseFused([x!, factor!, constant!], epsilon);
    const count = x!.size / channels;
    // Keras corrects the moving variance for the sample where it uses the fused operation, which is for pictures alone.
    onMoments(mean, input.rank === 4 ? variance : tf.mul(variance, Math.max(count - 1, 1) / count));
    save([x!, factor!, ...reserve]);
    return {value: output, gradFunc: (dy: tf.Tensor, saved: tf.Tensor[]) => differentiateFused(dy, saved, epsilon)};
  });
  return tf.reshape(normalise(pictures, gamma, beta), input.shape);
}

type Normalised = {readonly output: tf.Tensor4D; readonly mean: tf.Tensor1D; readonly variance: tf.Tensor1D; readonly reserve: tf.Tensor[]};

function normaliseFused(inputs: tf.Tensor[], epsilon: number): Normalised {
  const empty = tf.tensor1d([], 'float32');
  const [output, mean, variance, ...reserve] = runOpOutputs('FusedBatchNormV3', fusedAttrs(epsilon), [...inputs, empty, empty], 6);
  return {output: output as tf.Tensor4D, mean: mean as tf.Tensor1D, variance: variance as tf.Tensor1D, reserve};
}

function differentiateFused(dy: tf.Tensor, saved: tf.Tensor[], epsilon: number): tf.Tensor[] {
  return runOpOutputs('FusedBatchNormGradV3', fusedAttrs(epsilon), [dy, ...saved], 5).slice(0, 3);
}

function fusedAttrs(epsilon: number) {
  return [
    attr.type('T', 'float32'),
    attr.type('U', 'float32'),
    attr.float('epsilon', epsilon),
    attr.string('data_format', 'NHWC'),
    attr.bool('is_training', true),
  ];
}
