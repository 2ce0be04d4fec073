import type {BackboneNode} from '../../domain/backbone.js';

/** A graph in two. */
export type GraphParts = {
  /** The layers before the first that training changes, in Keras' order. */
  readonly frozen: readonly BackboneNode[];
  readonly trained: readonly BackboneNode[];
  /** Those of the frozen layers that trained ones read. */
  readonly between: readonly string[];
};

/** Parts a graph at the first layer to train, in Keras' order: all from there on are. */
export function partGraph(nodes: readonly BackboneNode[], trainable: boolean | string): GraphParts {
  const start = typeof trainable === 'string' ? nodes.findIndex(({name}) => name === trainable) : 0;
  if (start === -1) {
    throw new Error(`There is no layer ${String(trainable)}.`);
  }

  // What has nothing to learn may as well run with the frozen ones, unless it does otherwise in training.
  const first = trainable === false ? -1 : nodes.findIndex(({kind}, index) => index >= start && changing.has(kind));
  const [frozen, trained] = first === -1 ? [nodes, []] : [nodes.slice(0, first), nodes.slice(first)];
  const before = new Set(frozen.map(({name}) => name));
  return {frozen, trained, between: [...new Set(trained.flatMap(({inputs}) => inputs))].filter(name => before.has(name))};
}

const changing = new Set<BackboneNode['kind']>(['conv2d', 'depthwise_conv2d', 'batch_normalization', 'dropout']);
