import type {Affinity} from './pixel-affinity.js';
import type {TakenLayer, TakenOperation, TakenWeight, TakenWindow} from './taken-network.js';

type Made = {readonly name: string; readonly output: readonly number[]};
type Rest = {readonly weights?: readonly TakenWeight[]; readonly trainable?: boolean; readonly output?: readonly number[]};

/** Gathers layers, each with the shape of what it makes; names that are taken are told apart. */
export class GraphOfLayers {
  readonly #layers = new Map<string, TakenLayer>();

  /** For pictures of this height and width. */
  constructor(size: number) {
    this.#put({kind: 'input'}, [], {name: 'input_1', output: [size, size, 3]});
  }

  get layers(): TakenLayer[] {
    return [...this.#layers.values()];
  }

  outputOf(name: string): readonly number[] {
    return this.#layers.get(name)!.output;
  }

  /** Adds a layer; gives the name that it has. */
  add(operation: TakenOperation, inputs: readonly string[], wanted: string, rest: Rest = {}): string {
    const name = this.#freeName(wanted);
    const output = rest.output ?? outputOf(operation, inputs.map(input => this.outputOf(input)), rest.weights ?? []);
    this.#put(operation, inputs, {...rest, name, output});
    return name;
  }

  /** A convolution of windows of one pixel that does this to the input's channels; none where nothing is done to them. */
  addAffinity(name: string, {matrix, constant}: Affinity): string {
    if (matrix.every((row, from) => row.every((value, to) => value === (from === to ? 1 : 0))) && constant.every(value => value === 0)) {
      return 'input_1';
    }

    const weights = [
      {name: 'kernel', shape: [1, 1, 3, 3], values: Float32Array.from(matrix.flat())},
      {name: 'bias', shape: [3], values: Float32Array.from(constant)},
    ];
    return this.add({kind: 'conv2d', options: {size: [1, 1], strides: 1, padding: 'valid', activation: 'linear'}}, ['input_1'], name, {weights, trainable: false});
  }

  #put(operation: TakenOperation, inputs: readonly string[], {name, output, weights = [], trainable = true}: Rest & Made): void {
    this.#layers.set(name, {...operation, name, inputs, weights, output, trainable});
  }

  #freeName(wanted: string): string {
    return this.#layers.has(wanted) ? this.#freeName(`head_${wanted}`) : wanted;
  }
}

function outputOf(operation: TakenOperation, inputs: ReadonlyArray<readonly number[]>, weights: readonly TakenWeight[]): readonly number[] {
  const [input = []] = inputs;
  switch (operation.kind) {
    case 'zero_padding2d': {
      const {sides: [[top, bottom], [left, right]]} = operation.options;
      return [input[0]! + top + bottom, input[1]! + left + right, input[2]!];
    }

    case 'conv2d': {
      return slide(input, operation.options, weights[0]!.shape[3]!);
    }

    case 'depthwise_conv2d':
    case 'max_pooling2d':
    case 'average_pooling2d': {
      return slide(input, operation.options, input[2]!);
    }

    case 'dense': {
      return [weights[0]!.shape[1]!];
    }

    case 'global_average_pooling2d':
    case 'global_max_pooling2d': {
      return [input[2]!];
    }

    case 'flatten': {
      return [input.reduce((product, length) => product * length, 1)];
    }

    case 'reshape': {
      return [1, 1, ...input];
    }

    case 'concatenate': {
      return [...input.slice(0, -1), inputs.reduce((sum, each) => sum + each.at(-1)!, 0)];
    }

    case 'input':
    case 'batch_normalization':
    case 'activation':
    case 'add':
    case 'multiply':
    case 'dropout': {
      return input;
    }
  }
}

function slide([height, width]: readonly number[], {size: [rows, columns], strides, padding}: TakenWindow, channels: number): number[] {
  const along = (length: number, window: number) => padding === 'same' ? Math.ceil(length / strides) : Math.floor((length - window) / strides) + 1;
  return [along(height!, rows), along(width!, columns), channels];
}
