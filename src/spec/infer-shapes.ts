import type {BatchNormalization, Dense, ExperimentConfig, Layer} from '../domain/generated/experiment-config.js';
import {measureBackbone} from './measure-backbone.js';

/** What one layer, or the backbone before the layers, makes of one picture. */
export type LayerShape = {
  /** The layer's key, or the backbone's name. */
  readonly kind: string;
  /** Where it stands in an experiment. */
  readonly path: readonly string[];
  /** `[height, width, channels]` or `[features]`; undefined where a layer before it failed. */
  readonly output: readonly number[] | undefined;
  /** Weights, with those that move without being trained. */
  readonly parameters: number;
  /** Those of them that training moves by their gradients. */
  readonly trainable: number;
  /** Multiplications of one picture's forward pass. */
  readonly multiplications: number;
  readonly problem?: string;
};

type Step = Omit<LayerShape, 'kind' | 'path'>;
type Rule = (input: readonly number[], layer: Layer) => Step;

/** Follows one picture `[imageSize, imageSize, 3]` through backbone and layers; stops at the first that cannot take what it is given. */
export function inferShapes({backbone, layers}: ExperimentConfig['model'], imageSize: number, classes: number): LayerShape[] {
  const shapes: LayerShape[] = backbone
    ? [{kind: backbone.name, path: ['model', 'backbone'], ...measureBackbone(backbone, imageSize)}]
    : [];
  for (const [index, layer] of layers.entries()) {
    const shape = shapes.length === 0 ? [imageSize, imageSize, 3] : shapes.at(-1)!.output;
    if (!shape) {
      return shapes;
    }

    shapes.push({kind: kindOf(layer), path: ['model', 'layers', String(index)], ...follow(shape, layer, classes)});
  }

  return shapes;
}

function follow(shape: readonly number[], layer: Layer, classes: number): Step {
  return rules(classes)[kindOf(layer)](shape, layer);
}

function kindOf(layer: Layer): keyof Layer {
  return Object.keys(layer)[0] as keyof Layer;
}

function rules(classes: number): Record<keyof Layer, Rule> {
  return {
    conv2d: (input, {conv2d}) => windowed(input, {...conv2d!, size: conv2d!.kernel_size}),
    max_pooling2d: (input, {max_pooling2d: pool}) => windowed(input, {strides: pool!.pool_size, ...pool!, size: pool!.pool_size}),
    average_pooling2d: (input, {average_pooling2d: pool}) => windowed(input, {strides: pool!.pool_size, ...pool!, size: pool!.pool_size}),
    global_average_pooling2d: pooledWhole,
    global_max_pooling2d: pooledWhole,
    concatenate: (input, {concatenate}) => concatenated(concatenate!.map(branch => ({kind: kindOf(branch), ...follow(input, branch, classes)}))),
    flatten: input => unweighted([product(input)]),
    dense: (input, {dense}) => densely(input, dense!, dense!.units === 'classes' ? classes : dense!.units),
    batch_normalization: (input, {batch_normalization: options}) => normalised(input, options!),
    activation: input => unweighted(input),
    dropout: input => unweighted(input),
  };
}

function pooledWhole(input: readonly number[]): Step {
  return input.length === 3 ? unweighted([input[2]!]) : failed('needs height, width and channels, but comes after they were flattened');
}

function concatenated(branches: ReadonlyArray<Step & {readonly kind: string}>): Step {
  const broken = branches.findIndex(({problem}) => problem !== undefined);
  if (broken !== -1) {
    const {kind, problem} = branches[broken]!;
    return failed(`has a branch, ${kind} (${broken + 1} of ${branches.length}), that ${problem!}`);
  }

  const outputs = branches.map(({output}) => output!);
  if (new Set(outputs.map(output => output.slice(0, -1).join('x'))).size > 1) {
    const shapes = outputs.map((output, index) => `${branches[index]!.kind} gives ${output.length === 1 ? `${output[0]} values` : output.join('x')}`);
    return failed(`joins on the last axis, and the others differ: ${shapes.join(', ')}`);
  }

  const sum = (key: 'parameters' | 'trainable' | 'multiplications') => branches.reduce((total, branch) => total + branch[key], 0);
  return {
    output: [...outputs[0]!.slice(0, -1), outputs.reduce((total, output) => total + output.at(-1)!, 0)],
    parameters: sum('parameters'),
    trainable: sum('trainable'),
    multiplications: sum('multiplications'),
  };
}

type Window = {
  readonly size: number;
  readonly strides: number;
  readonly padding: 'same' | 'valid';
  readonly filters?: number;
  readonly use_bias?: boolean;
  readonly trainable?: boolean;
};

// Convolution where there are filters, pooling where there are none.
function windowed(input: readonly number[], {size, strides, padding, filters, use_bias: useBias, trainable}: Window): Step {
  const [height, width, channels] = input;
  if (input.length !== 3 || height === undefined || width === undefined || channels === undefined) {
    return failed('needs height, width and channels, but comes after they were flattened');
  }

  const along = (length: number) => padding === 'same' ? Math.ceil(length / strides) : Math.floor((length - size) / strides) + 1;
  const output = [along(height), along(width), filters ?? channels];
  if (output[0]! < 1 || output[1]! < 1) {
    const left = `${height}x${width} pixels are left of it, and the window is ${size}x${size}`;
    return failed(`shrinks the picture to nothing: ${left}. Raise image_size, or take a pooling or strides away`);
  }

  const weights = size * size * channels * (filters ?? 0);
  return {output, ...weighted(weights + (useBias ? filters ?? 0 : 0), trainable), multiplications: output[0]! * output[1]! * weights};
}

function densely(input: readonly number[], {use_bias: useBias, trainable}: Dense, units: number): Step {
  const weights = input.at(-1)! * units;
  return {
    output: [...input.slice(0, -1), units],
    ...weighted(weights + (useBias ? units : 0), trainable),
    multiplications: product(input.slice(0, -1)) * weights,
  };
}

// Beside what it learns it has the moving mean and variance.
function normalised(input: readonly number[], {center, scale, trainable}: BatchNormalization): Step {
  const channels = input.at(-1)!;
  const learned = weighted(channels * (Number(center) + Number(scale)), trainable);
  return {output: input, ...learned, parameters: learned.parameters + (2 * channels), multiplications: product(input)};
}

function weighted(parameters: number, isTrainable = true): Pick<Step, 'parameters' | 'trainable'> {
  return {parameters, trainable: isTrainable ? parameters : 0};
}

function unweighted(output: readonly number[]): Step {
  return {output, parameters: 0, trainable: 0, multiplications: 0};
}

function failed(problem: string): Step {
  return {output: undefined, parameters: 0, trainable: 0, multiplications: 0, problem};
}

function product(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total * number, 1);
}
