import type {BackboneName, BackboneNode} from '../domain/backbone.js';
import {backboneGraph} from '../model/backbones.js';
import {paddingOf, traceGraph} from '../model/backbones/trace-graph.js';
import type {GraphOfLayers} from './graph-of-layers.js';
import {byChannel, follow, type Affinity} from './pixel-affinity.js';
import type {TakenOperation, TakenWeight} from './taken-network.js';

type Backbone = {
  readonly name: BackboneName;
  readonly pretrained: boolean;
  readonly trainable: boolean | string;
  readonly size: number;
  /** What is done to pixels before it. */
  readonly pixels: Affinity;
  /** By Keras' names: `conv1_conv/kernel`. */
  readonly weights: ReadonlyMap<string, TakenWeight>;
};

/** Adds a backbone's layers under Keras' names; gives the name of the last one. What it does to pixels itself is one with what is done before. */
export function addBackbone(graph: GraphOfLayers, {name, pretrained, trainable, size, pixels, weights}: Backbone): string {
  const traced = traceGraph(backboneGraph(name, pretrained ? 'file' : 'none'), size);
  const isOnPixels = ({kind}: BackboneNode) => kind === 'input' || kind === 'rescaling' || kind === 'normalization';
  const onPixels = traced.filter(({node}) => isOnPixels(node)).map(({node}) => affinityOf(node, weights));
  const first = graph.addAffinity('preprocess', onPixels.reduce((before, affinity) => follow(before, affinity), pixels));
  const names = new Map(traced.filter(({node}) => isOnPixels(node)).map(({node}) => [node.name, first]));
  let isTrained = trainable === true;
  for (const {node, weights: wanted} of traced.filter(each => !isOnPixels(each.node))) {
    isTrained ||= node.name === trainable;
    const inputs = node.inputs.map(input => names.get(input)!);
    names.set(node.name, graph.add(operationOf(node, graph.outputOf(inputs[0]!)), inputs, node.name, {
      weights: wanted.map(weight => ({...weights.get(`${node.name}/${weight.name}`)!, name: weight.name})),
      trainable: isTrained,
    }));
  }

  return names.get(traced.at(-1)!.node.name)!;
}

function affinityOf(node: BackboneNode, weights: ReadonlyMap<string, TakenWeight>): Affinity {
  if (node.kind === 'rescaling') {
    const {scale} = node.options;
    return byChannel([0, 1, 2].map(channel => scale[channel] ?? scale[0]!), [0, 0, 0]);
  }

  if (node.kind === 'normalization') {
    const [mean, variance] = ['mean', 'variance'].map(name => [...weights.get(`${node.name}/${name}`)!.values]) as [number[], number[]];
    const factors = variance.map(value => 1 / Math.max(Math.sqrt(value), 1e-7));
    return byChannel(factors, mean.map((value, channel) => -value * factors[channel]!));
  }

  return byChannel([1, 1, 1], [0, 0, 0]);
}

function operationOf(node: BackboneNode, input: readonly number[]): TakenOperation {
  switch (node.kind) {
    case 'zero_padding2d': {
      return {kind: node.kind, options: {sides: paddingOf(node.options, input)}};
    }

    case 'dropout': {
      return {kind: node.kind, options: {...node.options, whole: true}};
    }

    case 'input':
    case 'rescaling':
    case 'normalization': {
      throw new TypeError(`${node.name} is no layer of its own`);
    }

    case 'conv2d':
    case 'depthwise_conv2d':
    case 'batch_normalization':
    case 'activation':
    case 'max_pooling2d':
    case 'average_pooling2d':
    case 'global_average_pooling2d':
    case 'reshape':
    case 'add':
    case 'multiply':
    case 'concatenate': {
      return node;
    }
  }
}
