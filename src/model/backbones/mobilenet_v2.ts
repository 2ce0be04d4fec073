import type {BackboneGraph, Convolution, Normalisation} from '../../domain/backbone.js';
import {GraphBuilder} from './graph-builder.js';

// Output channels of each block, and its stride (Sandler, Howard, Zhu, Zhmoginov and Chen, 2018, table 2).
const blocks = [
  [16, 1],
  [24, 2],
  [24, 1],
  [32, 2],
  [32, 1],
  [32, 1],
  [64, 2],
  [64, 1],
  [64, 1],
  [64, 1],
  [96, 1],
  [96, 1],
  [96, 1],
  [160, 2],
  [160, 1],
  [160, 1],
  [320, 1],
] as const;

const normalisation: Normalisation = {epsilon: 1e-3, momentum: 0.999, scale: true};

/** MobileNetV2 of width 1: `[n, size, size, 3]` → `[n, size / 32, size / 32, 1280]`, rounded up. */
export function mobilenetV2(): BackboneGraph {
  const graph = new GraphBuilder();
  const input = graph.add('input', [], undefined, 'input_1');
  const stem = graph.add('conv2d', [input], convolution(32, 3, 2), 'Conv1');
  let last = activate(graph, graph.add('batch_normalization', [stem], normalisation, 'bn_Conv1'), 'Conv1_relu');
  let channels = 32;
  for (const [index, [filters, strides]] of blocks.entries()) {
    last = addBlock(graph, last, {index, channels, filters, strides});
    channels = filters;
  }

  const top = graph.add('conv2d', [last], {...convolution(1280), padding: 'valid'}, 'Conv_1');
  activate(graph, graph.add('batch_normalization', [top], normalisation, 'Conv_1_bn'), 'out_relu');
  return {name: 'mobilenet_v2', preprocess: 'tf', minimumSize: 32, nodes: graph.finish()};
}

type Block = {readonly index: number; readonly channels: number; readonly filters: number; readonly strides: 1 | 2};

/** Widens six times, looks by one filter a channel, and narrows again without an activation; the first block does not widen. */
function addBlock(graph: GraphBuilder, input: string, {index, channels, filters, strides}: Block): string {
  const name = index === 0 ? 'expanded_conv' : `block_${index}`;
  const wide = index === 0 ? input : addExpansion(graph, input, name, 6 * channels);
  const padded = strides === 2 ? graph.add('zero_padding2d', [wide], {window: 3}, `${name}_pad`) : wide;
  const window = {size: [3, 3], strides, padding: strides === 2 ? 'valid' : 'same', initializer: 'glorot_uniform'} as const;
  const seen = graph.add('depthwise_conv2d', [padded], window, `${name}_depthwise`);
  const normalised = graph.add('batch_normalization', [seen], normalisation, `${name}_depthwise_BN`);
  const activated = activate(graph, normalised, `${name}_depthwise_relu`);
  const narrowed = graph.add('conv2d', [activated], convolution(filters), `${name}_project`);
  const output = graph.add('batch_normalization', [narrowed], normalisation, `${name}_project_BN`);
  return channels === filters && strides === 1 ? graph.add('add', [input, output], undefined, `${name}_add`) : output;
}

function addExpansion(graph: GraphBuilder, input: string, name: string, filters: number): string {
  const wide = graph.add('conv2d', [input], convolution(filters), `${name}_expand`);
  return activate(graph, graph.add('batch_normalization', [wide], normalisation, `${name}_expand_BN`), `${name}_expand_relu`);
}

function activate(graph: GraphBuilder, input: string, name: string): string {
  return graph.add('activation', [input], {activation: 'relu6'}, name);
}

function convolution(filters: number, window = 1, strides = 1): Convolution {
  return {filters, size: [window, window], strides, padding: 'same', bias: false, activation: 'linear', initializer: 'glorot_uniform'};
}
