import tf from '../engine/tfjs.js';
import {canGiveProducts, denseByProductStage} from './dense-by-product-stage.js';
import {fuseLayers} from './fuse-layers.js';
import type {Mode} from './stage.js';

/** Pictures, or features of theirs, as the model takes them → what its last softmax is taken of, `[batch, classes]`. */
export type Logits = (pictures: tf.Tensor4D | tf.Tensor2D, mode: Mode) => tf.Tensor2D;

/**
The model without its last softmax. The loss is computed from here, as Keras does too where a model ends in softmax:
the logarithm of a probability that has been rounded to 0 or 1 would lose what the gradient needs.
*/
export function logitsOf(model: tf.Sequential): Logits {
  const head = model.layers.at(-1)!;
  if (head.getConfig().activation !== 'softmax') {
    throw new Error(`The last layer, ${head.name}, does not end in softmax.`);
  }

  const stages = fuseLayers(model.layers.slice(0, -1).filter(layer => layer.getClassName() !== 'InputLayer'));
  const [kernel, bias] = head.weights;
  const learns = model.layers.slice(0, -1).some(layer => layer.trainableWeights.length > 0);
  const byProduct = canGiveProducts(head) ? denseByProductStage(head, 'linear', learns) : undefined;
  return (pictures, mode) => tf.tidy(() => {
    const features = stages.reduce<tf.Tensor>((input, stage) => stage(input, mode), pictures) as tf.Tensor2D;
    if (!kernel) {
      return features;
    }

    if (byProduct && mode.products) {
      return byProduct(features, mode) as tf.Tensor2D;
    }

    const product = tf.matMul<tf.Tensor2D>(features, kernel.read());
    return bias ? tf.add(product, bias.read()) : product;
  });
}
