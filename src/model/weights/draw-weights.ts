import tf from '../../engine/tfjs.js';
import type {BackboneGraph, BackboneNode} from '../../domain/backbone.js';
import {traceGraph, type NodeWeight} from '../backbones/trace-graph.js';
import {fanOutNormal, initializers} from '../initializers.js';
import type {BackboneWeights} from './backbone-weights.js';

const kernels = {glorot_uniform: initializers.glorot_uniform, fan_out_normal: fanOutNormal};

/** First weights as Keras draws them for `weights=None`; the same seed, 0 to 2^31 - 1, gives the same. */
export function drawWeights(graph: BackboneGraph, seed: number): BackboneWeights {
  const layers = traceGraph(graph, graph.minimumSize);
  return new Map(layers.flatMap(({node, weights}, index) =>
    weights.map(weight => [`${node.name}/${weight.name}`, drawWeight(node, weight, [seed, index])] as const)));
}

function drawWeight(node: BackboneNode, {name, shape}: NodeWeight, seed: readonly [number, number]): tf.Tensor {
  if (node.kind === 'conv2d' || node.kind === 'depthwise_conv2d') {
    return name === 'bias' ? tf.zeros([...shape]) : kernels[node.options.initializer]([...shape], seed);
  }

  return ['gamma', 'variance', 'moving_variance'].includes(name) ? tf.ones([...shape]) : tf.zeros([...shape]);
}
