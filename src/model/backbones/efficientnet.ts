import type {BackboneGraph, BackboneName, Convolution, Normalisation} from '../../domain/backbone.js';
import {GraphBuilder} from './graph-builder.js';

/** How one of the family is scaled (Tan and Le, 2019, equation 3), and which layers stand at its beginning. */
export type EfficientnetOptions = {
  readonly name: BackboneName;
  readonly width: number;
  readonly depth: number;
  /**
  Whether the pictures' normalisation ends in one more factor, 1 / √deviation: the published weights were trained on (x - mean) /
  variance, and Keras puts this layer (`rescaling_1`) in for them alone, not for weights that are drawn.
  */
  readonly pretrained: boolean;
};

// Of the smallest: window, blocks, channels in and out, how much wider a block is within, stride (table 1).
const stages = [
  [3, 1, 32, 16, 1, 1],
  [3, 2, 16, 24, 6, 2],
  [5, 2, 24, 40, 6, 2],
  [3, 3, 40, 80, 6, 2],
  [5, 3, 80, 112, 6, 1],
  [5, 4, 112, 192, 6, 2],
  [3, 1, 192, 320, 6, 1],
] as const;

const normalisation: Normalisation = {epsilon: 1e-3, momentum: 0.99, scale: true};
// Of ImageNet's red, green and blue, 0 to 1.
const deviations = [0.229, 0.224, 0.225];
// The share of the last block's outputs that training drops; the blocks before it drop less, in a straight line from 0.
const dropRate = 0.2;

/** EfficientNet: `[n, size, size, 3]` of pixels 0 to 255 → `[n, size / 32, size / 32, channels]`, rounded up. */
export function efficientnet({name, width, depth, pretrained}: EfficientnetOptions): BackboneGraph {
  const graph = new GraphBuilder();
  const scaled = stages.map(([window, repeats, ...rest]) => [window, Math.ceil(depth * repeats), ...rest] as const);
  const count = scaled.reduce((sum, [, repeats]) => sum + repeats, 0);
  let last = addStem(graph, scaleFilters(32, width), pretrained);
  let index = 0;
  for (const [stage, [window, repeats, before, after, wider, stride]] of scaled.entries()) {
    const filters = scaleFilters(after, width);
    for (let repeat = 0; repeat < repeats; repeat++) {
      const channels = repeat === 0 ? scaleFilters(before, width) : filters;
      const block = {name: `block${stage + 1}${String.fromCodePoint(97 + repeat)}_`, channels, filters, wider, window};
      last = addBlock(graph, last, {...block, strides: repeat === 0 ? stride : 1, drop: dropRate * index / count});
      index += 1;
    }
  }

  const top = graph.add('conv2d', [last], convolution(scaleFilters(1280, width)), 'top_conv');
  activate(graph, graph.add('batch_normalization', [top], normalisation, 'top_bn'), 'top_activation');
  return {name, preprocess: 'none', minimumSize: 32, nodes: graph.finish()};
}

/** The nearest multiple of 8, but no more than a tenth below what was asked for. */
function scaleFilters(filters: number, width: number): number {
  const exact = filters * width;
  const rounded = Math.max(8, Math.floor((exact + 4) / 8) * 8);
  return rounded < 0.9 * exact ? rounded + 8 : rounded;
}

function addStem(graph: GraphBuilder, filters: number, pretrained: boolean): string {
  const input = graph.add('input', [], undefined, 'input_1');
  const unit = graph.add('rescaling', [input], {scale: [1 / 255]});
  const normalised = graph.add('normalization', [unit]);
  const ready = pretrained ? graph.add('rescaling', [normalised], {scale: deviations.map(deviation => 1 / Math.sqrt(deviation))}) : normalised;
  const padded = graph.add('zero_padding2d', [ready], {window: 3}, 'stem_conv_pad');
  const seen = graph.add('conv2d', [padded], {...convolution(filters), size: [3, 3], strides: 2, padding: 'valid'}, 'stem_conv');
  return activate(graph, graph.add('batch_normalization', [seen], normalisation, 'stem_bn'), 'stem_activation');
}

type Block = {
  /** With its underscore: `block1a_`. */
  readonly name: string;
  readonly channels: number;
  readonly filters: number;
  readonly wider: number;
  readonly window: number;
  readonly strides: 1 | 2;
  readonly drop: number;
};

/** An inverted bottleneck: wide, one filter a channel, each channel weighed (squeeze and excitation), narrow. */
function addBlock(graph: GraphBuilder, input: string, {name, channels, filters, wider, window, strides, drop}: Block): string {
  const width = channels * wider;
  const wide = wider === 1 ? input : addExpansion(graph, input, name, width);
  const padded = strides === 2 ? graph.add('zero_padding2d', [wide], {window}, `${name}dwconv_pad`) : wide;
  const depthwise = {size: [window, window], strides, padding: strides === 2 ? 'valid' : 'same', initializer: 'fan_out_normal'} as const;
  const seen = graph.add('depthwise_conv2d', [padded], depthwise, `${name}dwconv`);
  const activated = activate(graph, graph.add('batch_normalization', [seen], normalisation, `${name}bn`), `${name}activation`);
  const weighed = addExcitation(graph, activated, name, {width, squeezed: Math.max(1, Math.floor(channels / 4))});
  const narrowed = graph.add('conv2d', [weighed], convolution(filters), `${name}project_conv`);
  const output = graph.add('batch_normalization', [narrowed], normalisation, `${name}project_bn`);
  if (strides !== 1 || channels !== filters) {
    return output;
  }

  const kept = drop > 0 ? graph.add('dropout', [output], {rate: drop}, `${name}drop`) : output;
  return graph.add('add', [kept, input], undefined, `${name}add`);
}

function addExpansion(graph: GraphBuilder, input: string, name: string, width: number): string {
  const wide = graph.add('conv2d', [input], convolution(width), `${name}expand_conv`);
  return activate(graph, graph.add('batch_normalization', [wide], normalisation, `${name}expand_bn`), `${name}expand_activation`);
}

function addExcitation(graph: GraphBuilder, input: string, name: string, {width, squeezed}: {width: number; squeezed: number}): string {
  const means = graph.add('global_average_pooling2d', [input], undefined, `${name}se_squeeze`);
  const pixel = graph.add('reshape', [means], undefined, `${name}se_reshape`);
  const reduced = graph.add('conv2d', [pixel], {...convolution(squeezed), bias: true, activation: 'swish'}, `${name}se_reduce`);
  const factors = graph.add('conv2d', [reduced], {...convolution(width), bias: true, activation: 'sigmoid'}, `${name}se_expand`);
  return graph.add('multiply', [input, factors], undefined, `${name}se_excite`);
}

function activate(graph: GraphBuilder, input: string, name: string): string {
  return graph.add('activation', [input], {activation: 'swish'}, name);
}

function convolution(filters: number): Convolution {
  return {filters, size: [1, 1], strides: 1, padding: 'same', bias: false, activation: 'linear', initializer: 'fan_out_normal'};
}
