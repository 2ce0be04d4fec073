import type tf from '../tfjs.js';
import {runOp} from '../run-op.js';

/**
TensorFlow's ImageProjectiveTransformV3, bilinear and with the nearest edge outside, by ablate's own op: the same bits in a fraction
of the time. Float32 `[n, height, width, 3]`, maps `[n, 8]` → the pictures' shape. No gradient.
*/
export function warp(pictures: tf.Tensor4D, maps: tf.Tensor2D): tf.Tensor4D {
  return runOp('AblateWarp', [], [pictures, maps]) as tf.Tensor4D;
}
