import tf from '@tensorflow/tfjs';
import {hasFusedConvolutions} from '../../engine/kernels/fused-convolution.js';
import {paddingOf} from '../backbones/trace-graph.js';
import type {BackboneWeights} from '../weights/backbone-weights.js';
import {affinityOf, joinAffinities} from './affinity-of.js';
import type {AffineWork, ConvolutionWork, FrozenWork, LayerWork, SumWork} from './fuse-graph.js';
import {activate, add, addBias, average, concatenate, consume, convolve, convolveFused, multiply, pad, pool} from './raw-ops.js';

/** A step that can run: `[n, height, width, channels]` of each input → one tensor, which belongs to the caller. */
export type BoundStep = {
  readonly run: (inputs: readonly tf.Tensor[]) => tf.Tensor;
  /** What it holds of the weights, folded. */
  readonly constants: readonly tf.Tensor[];
};

/** Gives a step its weights, which it copies. */
export function bindStep(work: FrozenWork, weights: BackboneWeights): BoundStep {
  switch (work.kind) {
    case 'convolution': {
      return bindConvolution(work, weights);
    }

    case 'affine': {
      return bindAffine(work, weights);
    }

    case 'sum': {
      return {run: inputs => sum(inputs, work), constants: []};
    }

    case 'layer': {
      return {run: inputs => runLayer(work, inputs), constants: []};
    }
  }
}

function bindConvolution(work: ConvolutionWork, weights: BackboneWeights): BoundStep {
  const {kernel, bias} = foldNormalisation(work, weights);
  const constants = bias ? [kernel, bias] : [kernel];
  const {node, activation} = work;
  return node.kind === 'conv2d' && bias && hasFusedConvolutions()
    ? {constants, run: inputs => runFused(work, {kernel, bias, inputs})}
    : {constants, run: inputs => activated(runApart(work, {kernel, bias, inputs}), activation)};
}

type Convolved = {readonly kernel: tf.Tensor; readonly bias: tf.Tensor | undefined; readonly inputs: readonly tf.Tensor[]};

function runFused({node, zeros, activation}: ConvolutionWork, {kernel, bias, inputs: [input, addend]}: Convolved): tf.Tensor {
  const padding = zeros && paddingOf(zeros, input!.shape.slice(1));
  const fused = activation === 'relu' || activation === 'relu6' ? activation : 'linear';
  const output = convolveFused({input: input!, kernel, bias: bias!, addend}, fused, node.options, padding);
  return fused === activation ? output : activated(output, activation);
}

function runApart({node, zeros}: ConvolutionWork, {kernel, bias, inputs: [input, addend]}: Convolved): tf.Tensor {
  const padding = zeros && paddingOf(zeros, input!.shape.slice(1));
  const product = convolve(node.kind === 'conv2d' ? 'Conv2D' : 'DepthwiseConv2dNative', [input!, kernel], node.options, padding);
  const shifted = bias ? consume(product, values => addBias(values, bias)) : product;
  return addend ? consume(shifted, values => add(values, addend)) : shifted;
}

function activated(values: tf.Tensor, activation: ConvolutionWork['activation']): tf.Tensor {
  return activation === 'linear' ? values : consume(values, each => activate(each, activation));
}

/** A channel's factor goes into its filter, and what is left is a bias. */
function foldNormalisation({node, normalisation}: ConvolutionWork, weights: BackboneWeights): {kernel: tf.Tensor; bias: tf.Tensor | undefined} {
  return tf.tidy(() => {
    const kernel = weights.get(`${node.name}/${node.kind === 'conv2d' ? 'kernel' : 'depthwise_kernel'}`)!;
    const bias = weights.get(`${node.name}/bias`);
    if (!normalisation) {
      return {kernel: tf.clone(kernel), bias: bias && tf.clone(bias)};
    }

    const {factor, constant} = affinityOf(normalisation, weights);
    // `[height, width, inputs, filters]`, or `[height, width, channels, 1]` with one filter a channel.
    const factors = node.kind === 'conv2d' ? factor : tf.reshape(factor, [-1, 1]);
    return {kernel: tf.mul(kernel, factors), bias: bias ? tf.add(tf.mul(bias, factor), constant) : constant};
  });
}

function bindAffine({nodes}: AffineWork, weights: BackboneWeights): BoundStep {
  const {factor, constant} = tf.tidy(() => joinAffinities(nodes.map(node => affinityOf(node, weights))));
  return {constants: [factor, constant], run: ([input]) => consume(multiply(input!, factor), scaled => add(scaled, constant))};
}

function sum([one, other]: readonly tf.Tensor[], {activation}: SumWork): tf.Tensor {
  return activated(add(one!, other!), activation);
}

function runLayer({node}: LayerWork, inputs: readonly tf.Tensor[]): tf.Tensor {
  const [input] = inputs as [tf.Tensor, ...tf.Tensor[]];
  switch (node.kind) {
    case 'zero_padding2d': {
      return pad(input, paddingOf(node.options, input.shape.slice(1)));
    }

    case 'activation': {
      return activate(input, node.options.activation);
    }

    case 'max_pooling2d': {
      return pool('MaxPool', input, node.options);
    }

    case 'average_pooling2d': {
      return pool('AvgPool', input, node.options);
    }

    case 'multiply': {
      return multiply(input, inputs[1]!);
    }

    case 'concatenate': {
      return concatenate(inputs);
    }

    case 'global_average_pooling2d': {
      return average(input);
    }
  }
}
