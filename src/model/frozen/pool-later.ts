import type {BackboneNode} from '../../domain/backbone.js';

/**
The same network with means taken over fewer channels: where a mean over each pixel's neighbours is all that a 1x1 convolution reads,
and that has fewer filters than it has channels, the convolution and its normalisation come first. Both treat each pixel by itself and
the same way, and the weights of a mean sum to 1, also at the edges, where Keras leaves the zeros out: so the order does not matter but
for rounding. `readers` says how many layers, and whoever asks for outputs, read each layer.
*/
export function poolLater(nodes: readonly BackboneNode[], readers: ReadonlyMap<string, number>): BackboneNode[] {
  const later = [...nodes];
  for (const pooling of nodes.filter(node => isMeanOfNeighbours(node))) {
    const reader = soleReader(later, readers, pooling.name);
    const last = reader && isNarrowing(reader, channelsOf(later, pooling.inputs[0]!)) ? lastLinear(later, readers, reader) : undefined;
    // What several read may have been asked for itself.
    if (last && readers.get(last.name) === 1) {
      moveBehind(later, pooling, last);
    }
  }

  return later;
}

function isMeanOfNeighbours(node: BackboneNode): node is Extract<BackboneNode, {readonly kind: 'average_pooling2d'}> {
  return node.kind === 'average_pooling2d' && node.options.strides === 1 && node.options.padding === 'same';
}

function isNarrowing(node: BackboneNode, channels: number | undefined): boolean {
  return node.kind === 'conv2d' && node.options.size.every(length => length === 1) && node.options.strides === 1
    && node.options.activation === 'linear' && channels !== undefined && node.options.filters < channels;
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
function moveBehind(nodes: BackboneNode[], moved: BackboneNode, other: BackboneNode): void {
  const [before] = moved.inputs as [string];
  const reconnected = nodes.filter(({name}) => name !== moved.name).map(node => ({
    ...node,
    inputs: node.inputs.map(name => name === moved.name ? before : (name === other.name ? moved.name : name)),
  }));
  const index = reconnected.findIndex(({name}) => name === other.name);
  reconnected.splice(index + 1, 0, {...moved, inputs: [other.name]});
  nodes.splice(0, nodes.length, ...reconnected);
}

/** How many channels a layer gives, where that can be told without the picture's. */
function channelsOf(nodes: readonly BackboneNode[], name: string): number | undefined {
  const node = nodes.find(each => each.name === name)!;
  if (node.kind === 'conv2d') {
    return node.options.filters;
  }

  const channels = node.inputs.map(input => channelsOf(nodes, input));
  return node.kind === 'concatenate' ? channels.reduce((sum, each) => sum === undefined || each === undefined ? undefined : sum + each, 0) : channels[0];
}
