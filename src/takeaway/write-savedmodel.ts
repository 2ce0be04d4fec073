import type {ExportedFile} from '../domain/exported-run.js';
import {weightOf, type TakenActivation, type TakenLayer, type TakenNetwork, type TakenWindow} from './taken-network.js';
import {TensorflowGraph} from './tensorflow-graph.js';

/** TensorFlow's SavedModel, its weights constants of the graph: `pixels` → `probabilities`, both float32, as the signature `serving_default`. */
export function writeSavedModel({layers}: TakenNetwork): ExportedFile[] {
  const graph = new TensorflowGraph();
  const [input, last] = [layers[0]!, layers.at(-1)!];
  const pixels = graph.bare('Placeholder', [], 'pixels', {dtype: {type: 'float32'}, shape: {shape: [-1, ...input.output]}});
  const values = new Map([[input.name, pixels]]);
  for (const layer of layers.slice(1)) {
    const from = layer.inputs.map(name => values.get(name)!);
    values.set(layer.name, layer.kind === 'dropout' ? from[0]! : addLayer(graph, layer, from));
  }

  const probabilities = graph.node('Identity', [values.get(last.name)!], 'probabilities');
  const ports = [{key: 'pixels', node: pixels, shape: input.output}, {key: 'probabilities', node: probabilities, shape: last.output}] as const;
  return [{path: 'saved_model.pb', content: graph.finish(...ports)}];
}

function addLayer(graph: TensorflowGraph, layer: Computing, from: readonly string[]): string {
  const {name} = layer;
  switch (layer.kind) {
    case 'input': {
      return from[0]!;
    }

    case 'zero_padding2d': {
      const {sides} = layer.options;
      const zeros = new Int32Array([0, 0, ...sides.flat(), 0, 0]);
      return graph.node('Pad', [from[0]!, graph.matrix(`${name}/sides`, [4, 2], zeros)], name, {Tpaddings: {type: 'int32'}});
    }

    case 'conv2d': {
      const convolved = graph.node('Conv2D', [from[0]!, weight(graph, layer, 'kernel')], `${name}/convolved`, strided(layer.options));
      return activate(graph, addBias(graph, convolved, layer), layer.options.activation, name);
    }

    case 'depthwise_conv2d': {
      return graph.node('DepthwiseConv2dNative', [from[0]!, weight(graph, layer, 'depthwise_kernel')], name, strided(layer.options));
    }

    case 'dense': {
      const product = graph.node('MatMul', [from[0]!, weight(graph, layer, 'kernel')], `${name}/product`, {transpose_a: {switch: false}, transpose_b: {switch: false}});
      return activate(graph, addBias(graph, product, layer), layer.options.activation, name);
    }

    case 'batch_normalization': {
      const {factors, constants} = normalisationOf(layer, layer.options.epsilon);
      const scaled = graph.node('Mul', [from[0]!, graph.floats(`${name}/factors`, [factors.length], factors)], `${name}/scaled`);
      return graph.node('AddV2', [scaled, graph.floats(`${name}/constants`, [constants.length], constants)], name);
    }

    case 'activation': {
      return activate(graph, from[0]!, layer.options.activation, name);
    }

    case 'max_pooling2d':
    case 'average_pooling2d': {
      const {size} = layer.options;
      return graph.node(layer.kind === 'max_pooling2d' ? 'MaxPool' : 'AvgPool', from, name, {...strided(layer.options), ksize: {wholes: [1, ...size, 1]}});
    }

    case 'global_average_pooling2d':
    case 'global_max_pooling2d': {
      const axes = graph.integers(`${name}/axes`, [1, 2]);
      return graph.node(layer.kind === 'global_max_pooling2d' ? 'Max' : 'Mean', [from[0]!, axes], name, {Tidx: {type: 'int32'}, keep_dims: {switch: false}});
    }

    case 'flatten':
    case 'reshape': {
      return graph.node('Reshape', [from[0]!, graph.integers(`${name}/shape`, [-1, ...layer.output])], name, {Tshape: {type: 'int32'}});
    }

    case 'add':
    case 'multiply': {
      return graph.node(layer.kind === 'add' ? 'AddV2' : 'Mul', from, name);
    }

    case 'concatenate': {
      const axis = graph.integers(`${name}/axis`, layer.output.length);
      return graph.node('ConcatV2', [...from, axis], name, {N: {whole: from.length}, Tidx: {type: 'int32'}});
    }
  }
}

/** Dropout drops nothing once a network is trained. */
type Computing = Exclude<TakenLayer, {readonly kind: 'dropout'}>;

function weight(graph: TensorflowGraph, layer: TakenLayer, key: string): string {
  const {shape, values} = weightOf(layer, key)!;
  return graph.floats(`${layer.name}/${key}`, shape, values);
}

function addBias(graph: TensorflowGraph, value: string, layer: TakenLayer): string {
  return weightOf(layer, 'bias') ? graph.node('BiasAdd', [value, weight(graph, layer, 'bias')], `${layer.name}/biased`) : value;
}

const operators = {
  linear: 'Identity', relu: 'Relu', relu6: 'Relu6', elu: 'Elu', selu: 'Selu', sigmoid: 'Sigmoid', softplus: 'Softplus', tanh: 'Tanh', softmax: 'Softmax',
} as const;

function activate(graph: TensorflowGraph, value: string, activation: TakenActivation, name: string): string {
  return activation === 'swish'
    ? graph.node('Mul', [value, graph.node('Sigmoid', [value], `${name}/sigmoid`)], name)
    : graph.node(operators[activation], [value], name);
}

function strided({strides, padding}: TakenWindow) {
  return {strides: {wholes: [1, strides, strides, 1]}, padding: {text: padding.toUpperCase()}} as const;
}

/** What normalisation by moving averages comes to: a factor and a constant a channel. */
function normalisationOf(layer: TakenLayer, epsilon: number): {readonly factors: Float32Array; readonly constants: Float32Array} {
  const [mean, variance] = ['moving_mean', 'moving_variance'].map(key => weightOf(layer, key)!.values) as [Float32Array, Float32Array];
  const [gamma, beta] = ['gamma', 'beta'].map(key => weightOf(layer, key)?.values);
  const exact = [...variance].map((value, channel) => (gamma?.[channel] ?? 1) / Math.sqrt(value + epsilon));
  return {
    factors: Float32Array.from(exact),
    constants: Float32Array.from(exact, (factor, channel) => (beta?.[channel] ?? 0) - (mean[channel]! * factor)),
  };
}
