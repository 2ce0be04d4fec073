import tf from '../engine/tfjs.js';
import type {Dense} from '../domain/generated/experiment-config.js';
import {attr, runOp} from '../engine/run-op.js';

/** Draws first weights of a shape, `[…window, inputs, outputs]` of a kernel and `[outputs]` of a bias. The same seed gives the same. */
export type Initializer = (shape: number[], seed: readonly [number, number]) => tf.Tensor;

/** Every initializer that an experiment file can name, with Keras' numbers. */
export const initializers: Readonly<Record<Dense['kernel_initializer'], Initializer>> = {
  // Glorot and Bengio, 2010, equation 16.
  glorot_uniform: scaledUniform(1, 'average'),
  glorot_normal: scaledNormal(1, 'average'),
  // He, Zhang, Ren and Sun, 2015, equation 10.
  he_uniform: scaledUniform(2, 'inputs'),
  he_normal: scaledNormal(2, 'inputs'),
  // LeCun, Bottou, Orr and Müller, 1998, equation 16.
  lecun_uniform: scaledUniform(1, 'inputs'),
  lecun_normal: scaledNormal(1, 'inputs'),
  random_uniform: (shape, seed) => uniform(shape, 0.05, seed),
  random_normal: (shape, seed) => tf.tidy(() => tf.mul(drawUnit('StatelessRandomNormal', shape, seed), 0.05)),
  truncated_normal: (shape, seed) => truncatedNormal(shape, 0.05, seed),
  zeros: shape => tf.zeros(shape),
  ones: shape => tf.ones(shape),
};

/** The same with the outputs' fan, which no experiment file can name: EfficientNet's kernels are drawn by it. */
export const fanOutNormal = scaledNormal(2, 'outputs');

type Fan = 'inputs' | 'outputs' | 'average';

// What is left of a normal distribution's deviation of 1 once it is cut off at ±2; Keras makes up for it here alone.
const truncatedDeviation = 0.879_625_661_034_239_78;

/** Uniform with a variance of scale / fan. */
function scaledUniform(scale: number, fan: Fan): Initializer {
  return (shape, seed) => uniform(shape, Math.sqrt(3 * scale / fanOf(shape, fan)), seed);
}

/** Normal with a variance of scale / fan, cut off at two deviations of what it was before. */
function scaledNormal(scale: number, fan: Fan): Initializer {
  return (shape, seed) => truncatedNormal(shape, Math.sqrt(scale / fanOf(shape, fan)) / truncatedDeviation, seed);
}

/** A convolution's fans are its channels times the area of its window; a bias has its length as both. */
function fanOf(shape: number[], fan: Fan): number {
  const outputs = shape.at(-1)!;
  const inputs = shape.at(-2) ?? outputs;
  const window = shape.slice(0, -2).reduce((area, length) => area * length, 1);
  return window * {inputs, outputs, average: (inputs + outputs) / 2}[fan];
}

function uniform(shape: number[], limit: number, seed: readonly [number, number]): tf.Tensor {
  return tf.tidy(() => tf.sub(tf.mul(drawUnit('StatelessRandomUniform', shape, seed), 2 * limit), limit));
}

function truncatedNormal(shape: number[], deviation: number, seed: readonly [number, number]): tf.Tensor {
  return tf.tidy(() => tf.mul(drawUnit('StatelessTruncatedNormal', shape, seed), deviation));
}

function drawUnit(op: string, shape: number[], seed: readonly [number, number]): tf.Tensor {
  const types = [attr.type('dtype', 'float32'), attr.type('T', 'int32'), attr.type('Tseed', 'int32')];
  return runOp(op, types, [tf.tensor1d(shape, 'int32'), tf.tensor1d([...seed], 'int32')]);
}
