import tf from '../../engine/tfjs.js';
import type {BatchPart} from '../../domain/batch-part.js';
import type {BackboneActivation, BackboneNode, Convolution, DepthwiseConvolution, Normalisation} from '../../domain/backbone.js';
import {paddingOf} from '../backbones/trace-graph.js';
import {drawMask} from '../draw-mask.js';
import {moveAverage} from '../move-average.js';
import {normaliseBatch} from '../normalise-batch.js';
import {swish} from './swish.js';

const {concat} = tf;

/** One layer in training. */
export type NodeToTrain = {
  readonly node: BackboneNode;
  /** Float32 `[n, height, width, channels]`. */
  readonly inputs: readonly tf.Tensor[];
  /** What a mask is drawn by: no two alike. */
  readonly key: readonly [number, number];
  readonly part?: BatchPart | undefined;
  /** The layer's weight of this name. */
  readonly weightOf: (name: string) => tf.LayerVariable;
};

/** What a layer gives in training, `[n, height, width, channels]`, with gradients; moves its moving averages. */
export function trainNode({node, inputs, key, part, weightOf}: NodeToTrain): tf.Tensor {
  const input = inputs[0] as tf.Tensor4D;
  switch (node.kind) {
    case 'conv2d': {
      return convolve(input, node.options, weightOf);
    }

    case 'depthwise_conv2d': {
      return convolveDepthwise(input, node.options, weightOf);
    }

    case 'batch_normalization': {
      return normalise(input, node.options, weightOf);
    }

    case 'zero_padding2d': {
      const [rows, columns] = paddingOf(node.options, input.shape.slice(1));
      return tf.pad(input, [[0, 0], rows, columns, [0, 0]]);
    }

    case 'activation': {
      return activate(input, node.options.activation);
    }

    case 'max_pooling2d': {
      return tf.maxPool(input, [...node.options.size], node.options.strides, node.options.padding);
    }

    case 'average_pooling2d': {
      return tf.avgPool(input, [...node.options.size], node.options.strides, node.options.padding);
    }

    case 'dropout': {
      return tf.mul(input, drawMask({shape: [input.shape[0], 1, 1, 1], rate: node.options.rate, key, part}));
    }

    case 'add':
    case 'multiply':
    case 'concatenate':
    case 'global_average_pooling2d':
    case 'reshape': {
      return combine(node, inputs);
    }

    case 'input':
    case 'rescaling':
    case 'normalization': {
      throw new Error(`${node.name}, a ${node.kind}, is never trained.`);
    }
  }
}

type Combining = Extract<BackboneNode, {kind: 'add' | 'multiply' | 'concatenate' | 'global_average_pooling2d' | 'reshape'}>;

function combine({kind}: Combining, inputs: readonly tf.Tensor[]): tf.Tensor {
  const [one, other] = inputs as [tf.Tensor, tf.Tensor];
  switch (kind) {
    case 'add': {
      return tf.add(one, other);
    }

    case 'multiply': {
      return tf.mul(one, other);
    }

    case 'concatenate': {
      return concat([...inputs], 3);
    }

    case 'global_average_pooling2d': {
      return tf.mean(one, [1, 2], true);
    }

    // Means stand in pictures of one pixel already.
    case 'reshape': {
      return one;
    }
  }
}

function convolve(input: tf.Tensor4D, {strides, padding, bias, activation}: Convolution, weightOf: NodeToTrain['weightOf']): tf.Tensor {
  const product = tf.conv2d(input, weightOf('kernel').read() as tf.Tensor4D, strides, padding);
  const shifted = bias ? tf.add(product, weightOf('bias').read()) : product;
  return activation === 'linear' ? shifted : activate(shifted, activation);
}

function convolveDepthwise(input: tf.Tensor4D, {strides, padding}: DepthwiseConvolution, weightOf: NodeToTrain['weightOf']): tf.Tensor {
  return tf.depthwiseConv2d(input, weightOf('depthwise_kernel').read() as tf.Tensor4D, strides, padding);
}

function normalise(input: tf.Tensor4D, {epsilon, momentum, scale}: Normalisation, weightOf: NodeToTrain['weightOf']): tf.Tensor {
  return normaliseBatch({
    input,
    gamma: scale ? weightOf('gamma').read() : tf.ones([input.shape[3]]),
    beta: weightOf('beta').read(),
    epsilon,
    onMoments(mean, variance) {
      moveAverage(weightOf('moving_mean'), mean, momentum);
      moveAverage(weightOf('moving_variance'), variance, momentum);
    },
  });
}

function activate(input: tf.Tensor, activation: BackboneActivation): tf.Tensor {
  const functions: Readonly<Record<BackboneActivation, (x: tf.Tensor) => tf.Tensor>> = {relu: tf.relu, relu6: tf.relu6, sigmoid: tf.sigmoid, swish};
  return functions[activation](input);
}
