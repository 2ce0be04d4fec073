import type {BackboneGraph, BackboneName} from '../domain/backbone.js';
import type {ExperimentConfig} from '../domain/generated/experiment-config.js';
import {backboneGraph} from '../model/backbones.js';
import {traceGraph, type TracedNode} from '../model/backbones/trace-graph.js';

type Backbone = NonNullable<ExperimentConfig['model']['backbone']>;

/** What a backbone makes of one picture `[imageSize, imageSize, 3]`, and what of it training moves. */
export function measureBackbone(backbone: Backbone, imageSize: number) {
  const graph = graphOf(backbone);
  const layers = traced(graph, imageSize);
  const first = firstTrained(graph, backbone.trainable);
  const sum = (count: (layer: TracedNode) => number, from = 0) => layers.slice(from).reduce((total, layer) => total + count(layer), 0);
  const problem = backboneProblem(backbone.name, graph, imageSize);
  return {
    output: problem === undefined ? layers.at(-1)!.output : undefined,
    parameters: sum(({weights}) => sizeOf(weights)),
    trainable: sum(({weights}) => sizeOf(weights.filter(({trainable}) => trainable)), first),
    multiplications: sum(({multiplications}) => multiplications),
    ...problem !== undefined && {problem},
  };
}

/** The graph that a row's backbone has. */
export function graphOf({name, weights}: Backbone): BackboneGraph {
  return backboneGraph(name, weights === 'none' ? 'none' : 'file');
}

function firstTrained({nodes}: BackboneGraph, trainable: boolean | string): number {
  const named = typeof trainable === 'string' ? nodes.findIndex(({name}) => name === trainable) : -1;
  return trainable === true ? 0 : (named === -1 ? nodes.length : named);
}

function backboneProblem(name: BackboneName, {minimumSize}: BackboneGraph, imageSize: number): string | undefined {
  return imageSize < minimumSize ? `${name} takes photos of ${minimumSize}x${minimumSize} or more, and image_size is ${imageSize}.` : undefined;
}

const known = new Map<string, readonly TracedNode[]>();

// A sweep's rows mostly share their backbone.
function traced(graph: BackboneGraph, imageSize: number): readonly TracedNode[] {
  const key = `${graph.name} ${graph.nodes.length} ${imageSize}`;
  const layers = known.get(key) ?? traceGraph(graph, imageSize);
  known.set(key, layers);
  return layers;
}

function sizeOf(weights: TracedNode['weights']): number {
  return weights.reduce((total, {shape}) => total + shape.reduce((product, length) => product * length, 1), 0);
}
