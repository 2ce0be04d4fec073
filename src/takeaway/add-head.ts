import type {Dense, Layer, Pooling2D} from '../domain/generated/experiment-config.js';
import {createNamer} from '../model/create-namer.js';
import {leadingPoolings} from '../model/backbones/leading-poolings.js';
import type {GraphOfLayers} from './graph-of-layers.js';
import type {TakenOperation, TakenWeight, TakenWindow} from './taken-network.js';

type Head = {
  readonly layers: readonly Layer[];
  readonly classes: number;
  /** Behind a frozen backbone. */
  readonly isFrozen: boolean;
  /** By the names under which they were saved: `conv2d_1/kernel`. */
  readonly weights: ReadonlyMap<string, TakenWeight>;
};

/** Adds the layers that an experiment file names, behind the layer of this name. */
export function addHead(graph: GraphOfLayers, first: string, {layers, isFrozen, weights}: Head): void {
  // The network that such a run trains begins behind the pooling, which counts in no name.
  const pooled = isFrozen && leadingPoolings(layers) ? 1 : 0;
  const pooling = createNamer();
  const place = {graph, weights, nameOf: createNamer()};
  const begun = layers.slice(0, pooled).reduce((input, layer) => addLayer({...place, nameOf: pooling}, input, layer), first);
  layers.slice(pooled).reduce((input, layer) => addLayer(place, input, layer), begun);
}

type Place = {readonly graph: GraphOfLayers; readonly weights: Head['weights']; readonly nameOf: (kind: string) => string};

function addLayer(place: Place, input: string, layer: Layer): string {
  const [kind] = Object.keys(layer) as [keyof Layer];
  const {graph, nameOf, weights: saved} = place;
  const name = nameOf(kind);
  if (layer.concatenate) {
    const branches = layer.concatenate.map(branch => addLayer(place, input, branch));
    return graph.add({kind: 'concatenate'}, branches, name);
  }

  const shape = graph.outputOf(input);
  if (kind === 'flatten' && shape.length === 1) {
    return input;
  }

  const weights = orders[kind]?.flatMap(weight => {
    const found = saved.get(`${name}/${weight}`);
    return found ? [{...found, name: weight}] : [];
  }) ?? [];
  const isTrainable = (layer.conv2d ?? layer.dense ?? layer.batch_normalization)?.trainable ?? true;
  return layer.dense && shape.length === 3
    ? graph.add(pixelwise(layer.dense), [input], name, {weights: weights.map(weight => overPixels(weight)), trainable: isTrainable})
    : graph.add(operationOf(layer), [input], name, {weights, trainable: isTrainable});
}

// Keras' order of a layer's weights.
const orders: Readonly<Partial<Record<keyof Layer, readonly string[]>>> = {
  conv2d: ['kernel', 'bias'],
  dense: ['kernel', 'bias'],
  batch_normalization: ['gamma', 'beta', 'moving_mean', 'moving_variance'],
};

function operationOf(layer: Layer): TakenOperation {
  const {conv2d, dense, batch_normalization: normalisation, max_pooling2d: maximum, average_pooling2d: mean, activation, dropout} = layer;
  if (conv2d) {
    return {kind: 'conv2d', options: {...conv2d, size: [conv2d.kernel_size, conv2d.kernel_size]}};
  }

  if (dense) {
    return {kind: 'dense', options: dense};
  }

  if (normalisation) {
    return {kind: 'batch_normalization', options: normalisation};
  }

  if (maximum ?? mean) {
    return {kind: maximum ? 'max_pooling2d' : 'average_pooling2d', options: windowOf((maximum ?? mean)!)};
  }

  if (activation) {
    return {kind: 'activation', options: {activation}};
  }

  if (dropout !== undefined) {
    return {kind: 'dropout', options: {rate: dropout, whole: false}};
  }

  return {kind: Object.keys(layer)[0] as 'flatten' | 'global_average_pooling2d' | 'global_max_pooling2d'};
}

function windowOf({pool_size: size, strides, padding}: Pooling2D): TakenWindow {
  return {size: [size, size], strides: strides ?? size, padding};
}

/** A dense layer before a flatten takes each pixel's channels: a convolution of windows of one pixel. */
function pixelwise(options: Dense): TakenOperation {
  return {kind: 'conv2d', options: {...options, size: [1, 1], strides: 1, padding: 'valid'}};
}

function overPixels({name, shape, values}: TakenWeight): TakenWeight {
  return {name, values, shape: name === 'kernel' ? [1, 1, ...shape] : shape};
}
