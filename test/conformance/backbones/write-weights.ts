import type {BackboneName} from '../../../src/domain/backbone.js';
import {backboneGraph} from '../../../src/model/backbones.js';
import {traceGraph, type NodeWeight} from '../../../src/model/backbones/trace-graph.js';
import {writeH5} from '../../write-h5.js';

/** Writes the weights that ask_keras.py gives a backbone; `factors` are what it scales kernels with, by their layers. */
export async function writeWeights(file: string, backbone: BackboneName, factors: Readonly<Record<string, number>>): Promise<void> {
  const graph = backboneGraph(backbone);
  const layers = traceGraph(graph, graph.minimumSize).filter(({weights}) => weights.length > 0);
  await writeH5(file, layers.map(({node, weights}, index) => ({
    name: node.name,
    weights: weights.map((weight, place) => {
      const values = firstWeight(weight, index + (0.1 * place));
      const factor = weight.shape.length === 4 ? factors[node.name] : undefined;
      return {name: `${node.name}/${weight.name}:0`, shape: weight.shape, values: factor === undefined ? values : values.map(value => value * factor)};
    }),
  })));
}

/** first_weight() of ask_keras.py gives the same. */
export function firstWeight({name, shape}: Pick<NodeWeight, 'name' | 'shape'>, seed: number): Float32Array {
  const values = noise(shape.reduce((product, length) => product * length, 1), seed);
  if (shape.length === 4) {
    const inputs = shape[0]! * shape[1]! * (name.includes('depthwise') ? 1 : shape[2]!);
    const limit = Math.fround(Math.sqrt(6 / inputs));
    return values.map(value => limit * value);
  }

  const [middle, reach] = around[name] ?? [0, 0.2];
  return values.map(value => middle + (reach * value));
}

const around: Readonly<Record<string, readonly [number, number]>> = {
  gamma: [1, 0.3], moving_variance: [1, 0.4], mean: [0.45, 0.05], variance: [0.06, 0.01],
};

function noise(length: number, seed: number): Float32Array {
  return Float32Array.from({length}, (_, index) => {
    const value = Math.sin((index * 12.9898) + seed) * 43_758.5453;
    return ((value - Math.floor(value)) * 2) - 1;
  });
}
