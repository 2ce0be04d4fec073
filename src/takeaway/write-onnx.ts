import type {ExportedFile} from '../domain/exported-run.js';
import {OnnxGraph} from './onnx-graph.js';
import {samePadding} from './same-padding.js';
import {weightOf, type TakenActivation, type TakenLayer, type TakenNetwork, type TakenWeight, type TakenWindow} from './taken-network.js';

/** What an ONNX model says of itself beside its graph. */
export type OnnxFacts = {readonly name: string; readonly producerVersion: string; readonly metadata: Readonly<Record<string, string>>};

/**
An ONNX model of opset 13: `pixels`, float32 `[n, height, width, 3]` → `probabilities`. Channels stand before rows within, as ONNX has
them, so that a picture is turned once at the beginning.
*/
export function writeOnnx({layers}: TakenNetwork, facts: OnnxFacts): ExportedFile[] {
  const graph = new OnnxGraph();
  const [input] = layers;
  const values = new Map([[input!.name, graph.node('Transpose', ['pixels'], input!.name, {perm: [0, 3, 1, 2]})]]);
  const shapes = new Map(layers.map(({name, output}) => [name, output]));
  for (const layer of layers.slice(1)) {
    const from = layer.inputs.map(name => values.get(name)!);
    values.set(layer.name, addLayer(graph, layer, from, shapes.get(layer.inputs[0]!)!));
  }

  const last = layers.at(-1)!;
  graph.node('Identity', [values.get(last.name)!], 'probabilities');
  const content = graph.finish({...facts, input: {name: 'pixels', shape: input!.output}, output: {name: 'probabilities', shape: last.output}});
  return [{path: 'model.onnx', content}];
}

function addLayer(graph: OnnxGraph, layer: TakenLayer, from: readonly string[], shape: readonly number[]): string {
  const {name} = layer;
  switch (layer.kind) {
    case 'input':
    case 'dropout': {
      return from[0]!;
    }

    case 'zero_padding2d': {
      const {sides: [[top, bottom], [left, right]]} = layer.options;
      return graph.node('Pad', [from[0]!, graph.integers(`${name}/pads`, [0, 0, top, left, 0, 0, bottom, right])], name);
    }

    case 'conv2d': {
      const kernel = graph.floats(`${name}/kernel`, channelsFirst(weightOf(layer, 'kernel')!));
      return activate(graph, graph.node('Conv', [from[0]!, kernel, ...bias(graph, layer)], linearName(layer), windowOf(shape, layer.options)), layer);
    }

    case 'depthwise_conv2d': {
      const kernel = graph.floats(`${name}/depthwise_kernel`, depthwise(layer.weights[0]!));
      return graph.node('Conv', [from[0]!, kernel], name, {...windowOf(shape, layer.options), group: shape[2]!});
    }

    case 'dense': {
      const kernel = graph.floats(`${name}/kernel`, weightOf(layer, 'kernel')!);
      return activate(graph, graph.node('Gemm', [from[0]!, kernel, ...bias(graph, layer)], linearName(layer)), layer);
    }

    case 'batch_normalization': {
      return graph.node('BatchNormalization', [from[0]!, ...statistics(graph, layer)], name, {epsilon: {float: layer.options.epsilon}});
    }

    case 'activation': {
      return addActivation(graph, from[0]!, layer.options.activation, name);
    }

    case 'max_pooling2d': {
      return graph.node('MaxPool', from, name, windowOf(shape, layer.options));
    }

    case 'average_pooling2d': {
      return graph.node('AveragePool', from, name, {...windowOf(shape, layer.options), count_include_pad: 0});
    }

    case 'global_average_pooling2d':
    case 'global_max_pooling2d': {
      const op = layer.kind === 'global_max_pooling2d' ? 'GlobalMaxPool' : 'GlobalAveragePool';
      return graph.node('Flatten', [graph.node(op, from, `${name}/map`)], name, {axis: 1});
    }

    case 'flatten': {
      return graph.node('Flatten', [graph.node('Transpose', from, `${name}/rows`, {perm: [0, 2, 3, 1]})], name, {axis: 1});
    }

    case 'reshape': {
      return graph.node('Reshape', [from[0]!, graph.integers(`${name}/shape`, [0, layer.output[2]!, 1, 1])], name);
    }

    case 'add':
    case 'multiply': {
      return graph.node(layer.kind === 'add' ? 'Add' : 'Mul', from, name);
    }

    case 'concatenate': {
      return graph.node('Concat', from, name, {axis: 1});
    }
  }
}

type Active = TakenLayer & {readonly options: {readonly activation: TakenActivation}};

function linearName({name, options: {activation}}: Active): string {
  return activation === 'linear' ? name : `${name}/linear`;
}

function activate(graph: OnnxGraph, value: string, {name, options: {activation}}: Active): string {
  return activation === 'linear' ? value : addActivation(graph, value, activation, name);
}

function addActivation(graph: OnnxGraph, value: string, activation: TakenActivation, name: string): string {
  switch (activation) {
    case 'linear': {
      return graph.node('Identity', [value], name);
    }

    case 'relu6': {
      const [least, most] = [[0], [6]].map((bound, index) =>
        graph.floats(`${name}/${index === 0 ? 'least' : 'most'}`, {shape: [], values: Float32Array.from(bound)}));
      return graph.node('Clip', [value, least!, most!], name);
    }

    case 'swish': {
      return graph.node('Mul', [value, graph.node('Sigmoid', [value], `${name}/sigmoid`)], name);
    }

    case 'softmax': {
      return graph.node('Softmax', [value], name, {axis: 1});
    }

    case 'relu':
    case 'elu':
    case 'selu':
    case 'sigmoid':
    case 'softplus':
    case 'tanh': {
      return graph.node(operators[activation], [value], name);
    }
  }
}

const operators = {relu: 'Relu', elu: 'Elu', selu: 'Selu', sigmoid: 'Sigmoid', softplus: 'Softplus', tanh: 'Tanh'} as const;

function bias(graph: OnnxGraph, layer: TakenLayer): string[] {
  const found = weightOf(layer, 'bias');
  return found ? [graph.floats(`${layer.name}/bias`, found)] : [];
}

/** ONNX has a factor and a constant always. */
function statistics(graph: OnnxGraph, layer: TakenLayer): string[] {
  const {shape, values} = weightOf(layer, 'moving_mean')!;
  const all = {gamma: 1, beta: 0, moving_mean: 0, moving_variance: 1};
  return Object.entries(all).map(([name, otherwise]) =>
    graph.floats(`${layer.name}/${name}`, weightOf(layer, name) ?? {shape, values: new Float32Array(values.length).fill(otherwise)}));
}

function windowOf(shape: readonly number[], window: TakenWindow) {
  const {before, behind} = samePadding(shape, window);
  return {kernel_shape: window.size, strides: [window.strides, window.strides], pads: [...before, ...behind]};
}

/** `[rows, columns, inputs, outputs]` → `[outputs, inputs, rows, columns]`. */
function channelsFirst({shape, values}: Pick<TakenWeight, 'shape' | 'values'>) {
  const [rows, columns, inputs, outputs] = shape as [number, number, number, number];
  const area = rows * columns;
  const turned = new Float32Array(values.length);
  for (let place = 0; place < area; place++) {
    for (let input = 0; input < inputs; input++) {
      for (let output = 0; output < outputs; output++) {
        turned[(((output * inputs) + input) * area) + place] = values[(((place * inputs) + input) * outputs) + output]!;
      }
    }
  }

  return {shape: [outputs, inputs, rows, columns], values: turned};
}

/** `[rows, columns, channels, 1]` → `[channels, 1, rows, columns]`. */
function depthwise({shape: [rows, columns, channels], values}: TakenWeight) {
  return channelsFirst({shape: [rows!, columns!, 1, channels!], values});
}
