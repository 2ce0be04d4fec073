import tf from '@tensorflow/tfjs';
import {attr, runOp} from '../engine/run-op.js';

/**
Gives every kernel of the model Keras' glorot_uniform weights, a draw of its own for each layer; biases stay zero.
Drawn by TensorFlow: tfjs' seeded draws are a JavaScript loop (seconds for model1's 2.8 million weights).
*/
export function initialiseKernels(model: tf.LayersModel, seed: number): void {
  for (const [index, layer] of model.layers.entries()) {
    const kernel = layer.weights.find(weight => weight.originalName.endsWith('/kernel'));
    if (kernel) {
      tf.tidy(() => {
        kernel.write(glorotUniform(kernel.shape as number[], [seed, index]));
      });
    }
  }
}

/**
Uniform between ±√(6 / (fan in + fan out)) (Glorot and Bengio, 2010, equation 16), where a convolution's fans are its
channels times the area of its window. `shape` is `[…window, inputs, outputs]`.
*/
export function glorotUniform(shape: number[], seed: readonly [number, number]): tf.Tensor {
  const window = shape.slice(0, -2).reduce((area, length) => area * length, 1);
  const limit = Math.sqrt(6 / (window * (shape.at(-2)! + shape.at(-1)!)));
  return tf.tidy(() => {
    const types = [attr.type('dtype', 'float32'), attr.type('T', 'int32'), attr.type('Tseed', 'int32')];
    const unit = runOp('StatelessRandomUniform', types, [tf.tensor1d(shape, 'int32'), tf.tensor1d([...seed], 'int32')]);
    return tf.sub(tf.mul(unit, 2 * limit), limit);
  });
}
