import type {BackboneNode} from '../../domain/backbone.js';
import {traceGraph} from '../backbones/trace-graph.js';

/**
The same network with means taken over fewer channels: where a mean over each pixel's neighbours is all that a 1x1 convolution reads,
and that has fewer filters than it has channels, the convolution and its normalisation come first. Both treat each pixel by itself and
the same way, and the weights of a mean sum to 1, also at the edges, where Keras leaves the zeros out: so the order does not matter but
for rounding. `readers` says how many layers, and whoever asks for outputs, read each layer.
*/
export function poolLater(nodes: readonly BackboneNode[], readers: ReadonlyMap<string, number>): BackboneNode[] {
  const channels = channelsOf(nodes);
  let later = [...nodes];
  for (const {name} of nodes.filter(node => isMeanOfNeighbours(node))) {
    // As it is by now: what it reads may have been moved.
    const pooling = later.find(node => node.name === name)!;
    const reader = soleReader(later, readers, name);
    const last = reader && isNarrowing(reader, channels.get(name)!) ? lastLinear(later, readers, reader) : undefined;
    // What several read may have been asked for itself.
    if (last && readers.get(last.name) === 1) {
      later = moveBehind(later, pooling, last);
    }
  }

  return later;
}

// They do not depend on the picture's size.
function channelsOf(nodes: readonly BackboneNode[]): ReadonlyMap<string, number> {
  return new Map(traceGraph({nodes}, 1).map(({node: {name}, output}) => [name, output[2]]));
}

function isMeanOfNeighbours(node: BackboneNode): boolean {
  return node.kind === 'average_pooling2d' && node.options.strides === 1 && node.options.padding === 'same';
}

function isNarrowing(node: BackboneNode, channels: number): boolean {
  return node.kind === 'conv2d' && node.options.size.every(length => length === 1) && node.options.strides === 1
    && node.options.activation === 'linear' && node.options.filters < channels;
}

function soleReader(nodes: readonly BackboneNode[], readers: ReadonlyMap<string, number>, name: string): BackboneNode | undefined {
  return readers.get(name) === 1 ? nodes.find(({inputs}) => inputs.includes(name)) : undefined;
}

/** The convolution, or the normalisation that alone reads it. */
function lastLinear(nodes: readonly BackboneNode[], readers: ReadonlyMap<string, number>, convolution: BackboneNode): BackboneNode {
  const reader = soleReader(nodes, readers, convolution.name);
  return reader?.kind === 'batch_normalization' ? reader : convolution;
}

/** Takes the layer out of its place and puts it behind another, whose readers then read it. */
function moveBehind(nodes: readonly BackboneNode[], moved: BackboneNode, other: BackboneNode): BackboneNode[] {
  const [before] = moved.inputs as [string];
  const source = (name: string) => name === moved.name ? before : (name === other.name ? moved.name : name);
  return nodes.filter(({name}) => name !== moved.name).flatMap(node => {
    const reconnected = {...node, inputs: node.inputs.map(name => source(name))};
    return node.name === other.name ? [reconnected, {...moved, inputs: [other.name]}] : [reconnected];
  });
}
