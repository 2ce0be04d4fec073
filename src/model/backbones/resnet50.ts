import type {BackboneGraph, Convolution} from '../../domain/backbone.js';
import {GraphBuilder} from './graph-builder.js';

// Filters within a stage's blocks, how many blocks it has, and its stride.
const stages = [[64, 3, 1], [128, 4, 2], [256, 6, 2], [512, 3, 2]] as const;

/** ResNet50 (He, Zhang, Ren and Sun, 2015): `[n, size, size, 3]` → `[n, size / 32, size / 32, 2048]`, rounded up. */
export function resnet50(): BackboneGraph {
  const graph = new GraphBuilder();
  const input = graph.add('input', [], undefined, 'input_1');
  const padded = graph.add('zero_padding2d', [input], {sides: 3}, 'conv1_pad');
  const stem = addActivated(graph, padded, 'conv1', convolution(64, {window: 7, strides: 2}));
  const pooled = graph.add('zero_padding2d', [stem], {sides: 1}, 'pool1_pad');
  let last = graph.add('max_pooling2d', [pooled], {size: [3, 3], strides: 2, padding: 'valid'}, 'pool1_pool');
  for (const [index, [filters, blocks, strides]] of stages.entries()) {
    for (let block = 1; block <= blocks; block++) {
      last = addBlock(graph, last, {name: `conv${index + 2}_block${block}`, filters, strides: block === 1 ? strides : 1, projects: block === 1});
    }
  }

  return {name: 'resnet50', preprocess: 'caffe', minimumSize: 32, nodes: graph.finish()};
}

type Block = {readonly name: string; readonly filters: number; readonly strides: number; readonly projects: boolean};

/** A bottleneck of three convolutions beside its shortcut; the stride is the first one's. */
function addBlock(graph: GraphBuilder, input: string, {name, filters, strides, projects}: Block): string {
  const shortcut = projects ? addNormalised(graph, input, `${name}_0`, convolution(4 * filters, {strides})) : input;
  const narrowed = addActivated(graph, input, `${name}_1`, convolution(filters, {strides}));
  const seen = addActivated(graph, narrowed, `${name}_2`, convolution(filters, {window: 3, padding: 'same'}));
  const widened = addNormalised(graph, seen, `${name}_3`, convolution(4 * filters, {}));
  const sum = graph.add('add', [shortcut, widened], undefined, `${name}_add`);
  return graph.add('activation', [sum], {activation: 'relu'}, `${name}_out`);
}

function addActivated(graph: GraphBuilder, input: string, name: string, options: Convolution): string {
  return graph.add('activation', [addNormalised(graph, input, name, options)], {activation: 'relu'}, `${name}_relu`);
}

function addNormalised(graph: GraphBuilder, input: string, name: string, options: Convolution): string {
  const convolved = graph.add('conv2d', [input], options, `${name}_conv`);
  // Just above the least epsilon that cuDNN takes.
  return graph.add('batch_normalization', [convolved], {epsilon: 1.001e-5, momentum: 0.99, scale: true}, `${name}_bn`);
}

type Seeing = {readonly window?: number; readonly strides?: number; readonly padding?: 'same' | 'valid'};

function convolution(filters: number, {window = 1, strides = 1, padding = 'valid'}: Seeing): Convolution {
  return {filters, size: [window, window], strides, padding, bias: true, activation: 'linear', initializer: 'glorot_uniform'};
}
