import tf from '@tensorflow/tfjs';
import type {Layer} from '../domain/generated/experiment-config.js';
import {initializers} from './initializers.js';

/** Seeds of the draws, as TensorFlow's int32 tensors hold them. */
export type WeightSeeds = {readonly kernels: number; readonly biases: number};

/**
Gives every kernel and bias the weights that its layer's initializers draw, a draw of its own for each layer. `written` are the
model's layers but for its input. Drawn by TensorFlow: tfjs' seeded draws are a JavaScript loop (seconds for model1's 2.8
million weights).
*/
export function initialiseWeights(model: tf.LayersModel, written: readonly Layer[], seeds: WeightSeeds): void {
  for (const [index, layer] of model.layers.entries()) {
    const {conv2d, dense} = written[index - 1] ?? {};
    const options = conv2d ?? dense;
    if (options) {
      const [kernel, bias] = layer.weights;
      draw(kernel!, options.kernel_initializer, [seeds.kernels, index]);
      if (bias) {
        draw(bias, options.bias_initializer, [seeds.biases, index]);
      }
    }
  }
}

function draw(weight: tf.LayerVariable, name: keyof typeof initializers, seed: readonly [number, number]): void {
  tf.tidy(() => {
    weight.write(initializers[name](weight.shape as number[], seed));
  });
}
