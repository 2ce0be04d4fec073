import {weightOf, type TakenLayer, type TakenNetwork, type TakenWindow} from './taken-network.js';

type Config = Readonly<Record<string, unknown>>;

/** A network as Keras 2 writes a functional model; tfjs reads the same. */
export type KerasTopology = {readonly class_name: 'Functional'; readonly config: Config};

/** The network's description, without its weights. */
export function kerasTopology({layers}: TakenNetwork, name: string): KerasTopology {
  return {
    class_name: 'Functional',
    config: {
      name,
      trainable: true,
      layers: layers.map(layer => entryOf(layer)),
      input_layers: [[layers[0]!.name, 0, 0]],
      output_layers: [[layers.at(-1)!.name, 0, 0]],
    },
  };
}

function entryOf(layer: TakenLayer): object {
  const {class_name: className, config} = classOf(layer);
  return {
    class_name: className,
    config: {name: layer.name, ...layer.kind !== 'input' && {trainable: layer.trainable}, dtype: 'float32', ...config},
    name: layer.name,
    inbound_nodes: layer.inputs.length === 0 ? [] : [layer.inputs.map(input => [input, 0, 0, {}])],
  };
}

function classOf(layer: TakenLayer): KerasClass {
  return isPlain(layer) ? plain[layer.kind] : classWithOptions(layer);
}

type KerasClass = {readonly class_name: string; readonly config: Config};

// Layers that have no weights and no options of their own.
const plain = {
  add: of('Add', {}),
  multiply: of('Multiply', {}),
  concatenate: of('Concatenate', {axis: -1}),
  flatten: of('Flatten', {data_format: 'channels_last'}),
  global_average_pooling2d: of('GlobalAveragePooling2D', {data_format: 'channels_last'}),
  global_max_pooling2d: of('GlobalMaxPooling2D', {data_format: 'channels_last'}),
} as const;

type PlainLayer = Extract<TakenLayer, {readonly kind: keyof typeof plain}>;

function isPlain(layer: TakenLayer): layer is PlainLayer {
  return layer.kind in plain;
}

function classWithOptions(layer: Exclude<TakenLayer, PlainLayer>): KerasClass {
  const hasBias = weightOf(layer, 'bias') !== undefined;
  switch (layer.kind) {
    case 'input': {
      return of('InputLayer', {batch_input_shape: [null, ...layer.output], sparse: false, ragged: false});
    }

    case 'zero_padding2d': {
      return of('ZeroPadding2D', {padding: layer.options.sides, data_format: 'channels_last'});
    }

    case 'conv2d': {
      const {activation, ...options} = layer.options;
      return of('Conv2D', {...windowOf(options), ...initializersOf(options), filters: layer.output[2], activation, use_bias: hasBias});
    }

    case 'depthwise_conv2d': {
      return of('DepthwiseConv2D', {...windowOf(layer.options), depth_multiplier: 1, activation: 'linear', use_bias: false});
    }

    case 'dense': {
      const {activation} = layer.options;
      return of('Dense', {...initializersOf(layer.options), units: layer.output[0], activation, use_bias: hasBias});
    }

    case 'batch_normalization': {
      const {epsilon, momentum} = layer.options;
      const learned = {scale: weightOf(layer, 'gamma') !== undefined, center: weightOf(layer, 'beta') !== undefined};
      return of('BatchNormalization', {axis: [layer.output.length], epsilon, momentum, ...learned});
    }

    case 'activation': {
      const {activation} = layer.options;
      return activation === 'relu6' ? of('ReLU', {max_value: 6}) : of('Activation', {activation});
    }

    case 'max_pooling2d':
    case 'average_pooling2d': {
      const {kernel_size: size, ...window} = windowOf(layer.options);
      return of(layer.kind === 'max_pooling2d' ? 'MaxPooling2D' : 'AveragePooling2D', {...window, pool_size: size});
    }

    case 'reshape': {
      return of('Reshape', {target_shape: layer.output});
    }

    case 'dropout': {
      const {rate, whole} = layer.options;
      return of('Dropout', {rate, ...whole && {noise_shape: [null, 1, 1, 1]}});
    }
  }
}

function of(className: string, config: Config) {
  return {class_name: className, config};
}

function windowOf({size, strides, padding}: TakenWindow) {
  return {kernel_size: size, strides: [strides, strides], padding, data_format: 'channels_last'};
}

/** What first weights of a layer without any would be drawn by. */
function initializersOf({kernel_initializer: kernel, bias_initializer: bias}: Readonly<Partial<Record<'kernel_initializer' | 'bias_initializer', string>>>): Config {
  return {...kernel && {kernel_initializer: initializerOf(kernel)}, ...bias && {bias_initializer: initializerOf(bias)}};
}

/** `he_normal` → Keras' class `HeNormal`. */
function initializerOf(name: string): object {
  const className = name.split('_').map(part => part[0]!.toUpperCase() + part.slice(1)).join('');
  return {class_name: className, config: {}};
}
