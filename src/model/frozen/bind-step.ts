import tf from '../../engine/tfjs.js';
import {hasFusedConvolution, type ConvolutionKind, type FusedActivation} from '../../engine/kernels/fused-convolution.js';
import {gainsByWinograd, winogradWeights} from '../../engine/kernels/winograd.js';
import type {Padding} from '../../domain/backbone.js';
import {paddingOf} from '../backbones/trace-graph.js';
import type {BackboneWeights} from '../weights/backbone-weights.js';
import {affinityOf, joinAffinities} from './affinity-of.js';
import type {AffineWork, ConvolutionWork, FrozenWork, LayerWork, SumWork} from './fuse-graph.js';
import {activate, add, addBias, average, concatenate, consume, convolve, convolveByWinograd, convolveFused, multiply, pad, pool, type Zeros} from './raw-ops.js';

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
  if (bias && canSpareProducts(work) && gainsByWinograd(kernel.shape)) {
    return bindWinograd(work, {kernel, bias});
  }

  return bias && isFusable(work)
    ? {constants: [kernel, bias], run: inputs => runFused(work, {kernel, bias}, inputs)}
    : {constants: bias ? [kernel, bias] : [kernel], run: inputs => runApart(work, {kernel, bias}, inputs)};
}

/** What Winograd's convolutions can do, whether or not they gain by it. */
function canSpareProducts(work: ConvolutionWork): work is ConvolutionWork & {readonly activation: 'linear' | 'relu'} {
  const {node, adds, activation} = work;
  return node.kind === 'conv2d' && node.options.strides === 1 && !adds && (activation === 'linear' || activation === 'relu');
}

function bindWinograd({node, zeros, activation}: ConvolutionWork & {readonly activation: 'linear' | 'relu'}, {kernel, bias}: Required<Folded>): BoundStep {
  const weights = consume(kernel, each => winogradWeights(each));
  return {
    constants: [weights, bias],
    run: ([input]) => convolveByWinograd({input: input!, weights, bias, activation}, node.options, zerosOf(zeros, input!)),
  };
}

function runFused({node, zeros, activation}: ConvolutionWork, {kernel, bias}: Required<Folded>, [input, addend]: readonly tf.Tensor[]): tf.Tensor {
  const fused = canFuse(activation, node) && !(addend && activation === 'swish') ? activation : 'linear';
  const output = convolveFused({kind: kindOf(node), input: input!, kernel, bias, addend, activation: fused}, node.options, zerosOf(zeros, input!));
  return fused === activation ? output : activated(output, activation);
}

function isFusable({node, zeros}: ConvolutionWork): boolean {
  // The fused depthwise convolution knows no zeros but those of `same`.
  return (node.kind === 'conv2d' || zeros === undefined) && hasFusedConvolution(kindOf(node), 'linear');
}

function canFuse(activation: ConvolutionWork['activation'], node: ConvolutionWork['node']): activation is FusedActivation {
  return activation !== 'sigmoid' && hasFusedConvolution(kindOf(node), activation);
}

function runApart({node, zeros, activation}: ConvolutionWork, {kernel, bias}: Folded, [input, addend]: readonly tf.Tensor[]): tf.Tensor {
  const product = convolve(kindOf(node), [input!, kernel], node.options, zerosOf(zeros, input!));
  const shifted = bias ? consume(product, values => addBias(values, bias)) : product;
  return activated(addend ? consume(shifted, values => add(values, addend)) : shifted, activation);
}

function kindOf({kind}: ConvolutionWork['node']): ConvolutionKind {
  return kind === 'conv2d' ? 'Conv2D' : 'DepthwiseConv2dNative';
}

function zerosOf(padding: Padding | undefined, {shape}: tf.Tensor): Zeros | undefined {
  return padding && paddingOf(padding, shape.slice(1));
}

function activated(values: tf.Tensor, activation: ConvolutionWork['activation']): tf.Tensor {
  return activation === 'linear' ? values : consume(values, each => activate(each, activation));
}

type Folded = {readonly kernel: tf.Tensor; readonly bias?: tf.Tensor | undefined};

/** A channel's factor goes into its filter, and what is left is a bias. */
function foldNormalisation({node, normalisation}: ConvolutionWork, weights: BackboneWeights): Folded {
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
