import type tf from '../engine/tfjs.js';
import {convReluPool} from '../engine/kernels/conv-relu-pool.js';
import {hasNativeOps} from '../engine/native-ops.js';
import {canGiveProducts, denseByProductStage} from './dense-by-product-stage.js';
import type {Stage} from './stage.js';

/**
What the layers do one after another, where a convolution and the pooling that follows it are one stage if ablate's own op can do
both. The values and gradients are the layers' own, but for rounding.
*/
export function fuseLayers(layers: readonly tf.layers.Layer[]): Stage[] {
  const stages: Stage[] = [];
  let learns = false;
  for (let index = 0; index < layers.length; index++) {
    const layer = layers[index]!;
    const next = layers[index + 1];
    const {activation} = layer.getConfig();
    if (next && isConvReluPool(layer, next)) {
      stages.push(fusedStage(layer, learns));
      index += 1;
    } else if ((activation === 'relu' || activation === 'linear') && canGiveProducts(layer)) {
      stages.push(denseStage(layer, activation, learns));
    } else {
      stages.push((input, mode) => layer.apply(input, mode) as tf.Tensor);
    }

    learns ||= layer.trainableWeights.length > 0;
  }

  return stages;
}

function fusedStage(layer: tf.layers.Layer, differentiateInput: boolean): Stage {
  const [kernel, bias] = layer.weights;
  const {padding} = layer.getConfig() as {padding: 'same' | 'valid'};
  return input => convReluPool({
    x: input as tf.Tensor4D,
    kernel: kernel!.read() as tf.Tensor4D,
    bias: bias!.read() as tf.Tensor1D,
    padding,
    differentiateInput,
  });
}

function denseStage(layer: tf.layers.Layer, activation: 'linear' | 'relu', differentiateInput: boolean): Stage {
  const byProduct = denseByProductStage(layer, activation, differentiateInput);
  return (input, mode) => mode.products ? byProduct(input, mode) : layer.apply(input, mode) as tf.Tensor;
}

function isConvReluPool(layer: tf.layers.Layer, next: tf.layers.Layer): boolean {
  return hasNativeOps() && isFusableConvolution(layer) && isFusablePooling(next);
}

function isFusableConvolution(layer: tf.layers.Layer): boolean {
  const config = layer.getConfig();
  return layer.getClassName() === 'Conv2D'
    && isPair(config.kernelSize, 3)
    && isPair(config.strides, 1)
    && isPair(config.dilationRate, 1)
    && config.activation === 'relu'
    && config.useBias === true;
}

function isFusablePooling(layer: tf.layers.Layer): boolean {
  const config = layer.getConfig();
  const [, height, width] = (layer.input as tf.SymbolicTensor).shape as [null, number, number, number];
  // What `same` would add at the edges is not pooled here.
  return layer.getClassName() === 'MaxPooling2D'
    && isPair(config.poolSize, 2)
    && isPair(config.strides, 2)
    && (config.padding === 'valid' || (height % 2 === 0 && width % 2 === 0));
}

/** Keras' way of writing the same length for height and width: `2` or `[2, 2]`. */
function isPair(value: unknown, length: number): boolean {
  return Array.isArray(value) ? value.every(each => each === length) : value === length;
}
