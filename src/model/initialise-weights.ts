import tf from '../engine/tfjs.js';
import type {Layer} from '../domain/generated/experiment-config.js';
import {initializers} from './initializers.js';
import {Branches} from './layers/concatenate.js';

/** Seeds of the draws, as TensorFlow's int32 tensors hold them. */
export type WeightSeeds = {readonly kernels: number; readonly biases: number};

/**
Gives every kernel and bias the weights that its layer's initializers draw, a draw of its own for each layer. `written` are the
layers as the experiment has them. Drawn by TensorFlow: tfjs' seeded draws are a JavaScript loop (seconds for model1's 2.8
million weights).
*/
export function initialiseWeights(built: readonly tf.layers.Layer[], written: readonly Layer[], seeds: WeightSeeds): void {
  for (const [index, layer] of built.entries()) {
    // Counted from 1, from the days when the input was counted too.
    initialiseLayer(layer, written[index]!, seeds, index + 1);
  }
}

function initialiseLayer(layer: tf.layers.Layer, {conv2d, dense, concatenate}: Layer, seeds: WeightSeeds, index: number): void {
  const options = conv2d ?? dense;
  if (options) {
    const [kernel, bias] = layer.weights;
    draw(kernel!, options.kernel_initializer, [seeds.kernels, index]);
    if (bias) {
      draw(bias, options.bias_initializer, [seeds.biases, index]);
    }
  }

  if (layer instanceof Branches) {
    for (const [branch, each] of layer.branches.entries()) {
      // Far from what the layers of the row have.
      initialiseLayer(each, concatenate![branch]!, seeds, ((index * 1009) + branch + 1) % (2 ** 31));
    }
  }
}

function draw(weight: tf.LayerVariable, name: keyof typeof initializers, seed: readonly [number, number]): void {
  tf.tidy(() => {
    weight.write(initializers[name](weight.shape as number[], seed));
  });
}
