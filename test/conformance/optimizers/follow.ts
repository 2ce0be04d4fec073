import tf from '../../../src/engine/tfjs.js';

/** The weights that ask_keras.py begins with: cos(index), over all of them one after the other. */
export function firstWeights(shapes: readonly number[][]): tf.Variable[] {
  return tf.tidy(() => cut(shapes, index => Math.cos(index)).map(weight => tf.variable(weight)));
}

/** The gradients of a step, which counts from 1: some large, some tiny, signs that change. ask_keras.py has the same. */
export function gradientsAt(step: number, shapes: readonly number[][]): tf.Tensor[] {
  return cut(shapes, index => Math.sin(step * (index + 1)) * (10 ** (1 - (index % 6))));
}

function cut(shapes: readonly number[][], valueAt: (index: number) => number): tf.Tensor[] {
  let start = 0;
  return shapes.map(shape => {
    const first = start;
    start += tf.util.sizeFromShape(shape);
    return tf.tensor(Array.from({length: start - first}, (_, index) => valueAt(first + index)), shape, 'float32');
  });
}
