import tf from '@tensorflow/tfjs';
import {attr, runOp} from '../engine/run-op.js';

/**
What dropout multiplies with: float32 of this shape, 0 with probability `rate`, else 1 / (1 - rate). The same key gives the same: a seed
and how many masks were drawn with it, each 0 to 2^31 - 1.
*/
export function drawMask(shape: readonly number[], rate: number, key: readonly [number, number]): tf.Tensor {
  return tf.tidy(() => {
    const types = [attr.type('dtype', 'float32'), attr.type('T', 'int32'), attr.type('Tseed', 'int32')];
    const uniform = runOp('StatelessRandomUniform', types, [tf.tensor1d([...shape], 'int32'), tf.tensor1d([...key], 'int32')]);
    return tf.mul(tf.cast(tf.greaterEqual(uniform, rate), 'float32'), 1 / (1 - rate));
  });
}
