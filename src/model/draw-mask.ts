import tf from '../engine/tfjs.js';
import type {BatchPart} from '../domain/batch-part.js';
import {attr, runOp} from '../engine/run-op.js';

export type Mask = {
  /** Of what it is multiplied with, `[batch, …]`. */
  readonly shape: readonly number[];
  /** The probability of 0. */
  readonly rate: number;
  /** The same key gives the same mask: a seed and a step, each 0 to 2^31 - 1. */
  readonly key: readonly [seed: number, step: number];
  /** A part's mask is the batch's, cut: however a batch is parted, its pictures meet the same. */
  readonly part?: BatchPart | undefined;
};

/** What dropout multiplies with: float32 of this shape, 0 with probability `rate`, else 1 / (1 - rate). */
export function drawMask({shape: [count, ...rest], rate, key, part}: Mask): tf.Tensor {
  return tf.tidy(() => {
    const types = [attr.type('dtype', 'float32'), attr.type('T', 'int32'), attr.type('Tseed', 'int32')];
    const whole = tf.tensor1d([part?.of ?? count!, ...rest], 'int32');
    const uniform = runOp('StatelessRandomUniform', types, [whole, tf.tensor1d([...key], 'int32')]);
    const own = part ? tf.slice(uniform, part.start, count) : uniform;
    return tf.mul(tf.cast(tf.greaterEqual(own, rate), 'float32'), 1 / (1 - rate));
  });
}
