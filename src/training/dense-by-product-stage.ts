import type tf from '../engine/tfjs.js';
import {denseByProduct} from '../engine/kernels/dense-by-product.js';
import type {Stage} from './stage.js';

/** A dense layer with another activation, that leaves its weights' gradients as products; only for a mode that takes them. */
export function denseByProductStage(layer: tf.layers.Layer, activation: 'linear' | 'relu', differentiateInput: boolean): Stage {
  const [kernel, bias] = layer.weights;
  return (input, mode) => denseByProduct({
    x: input as tf.Tensor2D,
    kernel: kernel!.read() as tf.Tensor2D,
    bias: bias!.read() as tf.Tensor1D,
    activation,
    differentiateInput,
    onGradients(products) {
      mode.products!.set(kernel!.read() as tf.Variable, products.kernel);
      mode.products!.set(bias!.read() as tf.Variable, products.bias);
    },
  });
}

/** Its bias must be trainable: it brings the backward pass here. */
export function canGiveProducts(layer: tf.layers.Layer): boolean {
  return layer.getClassName() === 'Dense'
    && layer.trainableWeights.length === 2
    && (layer.input as tf.SymbolicTensor).shape.length === 2
    && layer.getConfig().useBias === true;
}
