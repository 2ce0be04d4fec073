import type {BackboneGraph, BackboneNode, Convolution, Normalisation, Padding, Window} from '../../domain/backbone.js';

/** `[height, width, channels]`. */
export type PictureShape = readonly [number, number, number];

/** What a layer makes of one picture. */
export type TracedNode = {
  readonly node: BackboneNode;
  readonly output: PictureShape;
  /** In Keras' order. */
  readonly weights: readonly NodeWeight[];
  /** Of one picture's forward pass. */
  readonly multiplications: number;
};

/** A weight by Keras' name, `kernel`, and whether training moves it by its gradient where its layer is trainable. */
export type NodeWeight = {readonly name: string; readonly shape: readonly number[]; readonly trainable: boolean};

/** Follows a picture of so many pixels' height and width through every layer, in the graph's order. */
export function traceGraph({nodes}: Pick<BackboneGraph, 'nodes'>, size: number): TracedNode[] {
  const outputs = new Map<string, PictureShape>();
  return nodes.map(node => {
    const traced = traceNode(node, node.inputs.map(name => outputs.get(name)!), size);
    outputs.set(node.name, traced.output);
    return {node, ...traced};
  });
}

/** The zeros above, below, left and right of a picture `[height, width]`. */
export function paddingOf(padding: Padding, [height, width]: readonly number[]): [[number, number], [number, number]] {
  if ('sides' in padding) {
    return [[padding.sides, padding.sides], [padding.sides, padding.sides]];
  }

  const half = Math.floor(padding.window / 2);
  // An even length has one zero less at its beginning: a window of stride 2 then ends with the picture's padding.
  const along = (length: number): [number, number] => [half - 1 + (length % 2), half];
  return [along(height!), along(width!)];
}

type Step = Omit<TracedNode, 'node'>;

function traceNode(node: BackboneNode, inputs: readonly PictureShape[], size: number): Step {
  const [input = [size, size, 3] as const] = inputs;
  const [height, width, channels] = input;
  switch (node.kind) {
    case 'zero_padding2d': {
      const [[top, bottom], [left, right]] = paddingOf(node.options, input);
      return plain([height + top + bottom, width + left + right, channels]);
    }

    case 'conv2d': {
      return convolve(input, node.options);
    }

    case 'depthwise_conv2d': {
      const output = slide(input, node.options);
      const [rows, columns] = node.options.size;
      const weights = [{name: 'depthwise_kernel', shape: [rows, columns, channels, 1], trainable: true}];
      return {output, weights, multiplications: product(output) * rows * columns};
    }

    case 'batch_normalization': {
      return {output: input, weights: normalisationWeights(channels, node.options), multiplications: product(input)};
    }

    case 'normalization': {
      return {output: input, weights: ['mean', 'variance'].map(name => ({name, shape: [channels], trainable: false})), multiplications: product(input)};
    }

    case 'max_pooling2d':
    case 'average_pooling2d': {
      return plain(slide(input, node.options));
    }

    case 'concatenate': {
      return plain([height, width, inputs.reduce((sum, each) => sum + each[2], 0)]);
    }

    case 'global_average_pooling2d': {
      return plain([1, 1, channels]);
    }

    case 'input':
    case 'rescaling':
    case 'activation':
    case 'add':
    case 'multiply':
    case 'reshape':
    case 'dropout': {
      return plain(input);
    }
  }
}

function convolve(input: PictureShape, options: Convolution): Step {
  const [sized, {filters, bias, size: [rows, columns]}] = [slide(input, options), options];
  const output = [sized[0], sized[1], filters] as const;
  const kernel = {name: 'kernel', shape: [rows, columns, input[2], filters], trainable: true};
  const weights = bias ? [kernel, {name: 'bias', shape: [filters], trainable: true}] : [kernel];
  return {output, weights, multiplications: output[0] * output[1] * product(kernel.shape)};
}

function normalisationWeights(channels: number, {scale}: Normalisation): NodeWeight[] {
  const learned = (scale ? ['gamma', 'beta'] : ['beta']).map(name => ({name, shape: [channels], trainable: true}));
  return [...learned, ...['moving_mean', 'moving_variance'].map(name => ({name, shape: [channels], trainable: false}))];
}

function slide([height, width, channels]: PictureShape, {size: [rows, columns], strides, padding}: Window): PictureShape {
  const along = (length: number, window: number) => padding === 'same' ? Math.ceil(length / strides) : Math.floor((length - window) / strides) + 1;
  return [along(height, rows), along(width, columns), channels];
}

function plain(output: PictureShape): Step {
  return {output, weights: [], multiplications: 0};
}

function product(lengths: readonly number[]): number {
  return lengths.reduce((total, length) => total * length, 1);
}
