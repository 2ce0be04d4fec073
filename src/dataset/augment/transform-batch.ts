import tf from '../../engine/tfjs.js';
import type {ExperimentConfig} from '../../domain/generated/experiment-config.js';
import {hasNativeOps} from '../../engine/native-ops.js';
import {warp} from '../../engine/kernels/warp.js';
import {attr, runOp} from '../../engine/run-op.js';
import {inputPlaces} from './input-places.js';
import type {PictureMap} from './picture-map.js';
import {wrapBatch} from './wrap-batch.js';

type FillMode = ExperimentConfig['augment']['fill_mode'];

/**
Applies one map to each picture of a batch, with bilinear interpolation: float32 `[n, height, width, channels]`
→ a new tensor of that shape. One TensorFlow op for the whole batch, on the GPU where there is one.
*/
export function transformBatch(batch: tf.Tensor4D, maps: readonly PictureMap[], fillMode: FillMode, cval: number): tf.Tensor4D {
  return tf.tidy(() => modes[fillMode](batch, maps, cval));
}

const modes: Readonly<Record<FillMode, (batch: tf.Tensor4D, maps: readonly PictureMap[], cval: number) => tf.Tensor4D>> = {
  nearest: (batch, maps) => project(batch, maps, 'NEAREST'),
  reflect: (batch, maps) => project(batch, maps, 'REFLECT'),
  wrap: wrapBatch,
  // The op's own constant mode blends the edge into cval over a pixel; SciPy's, and so Keras', cuts it off.
  constant: (batch, maps, cval) =>
    tf.where(isInside(batch.shape, maps), project(batch, maps, 'NEAREST'), tf.tensor4d([cval], [1, 1, 1, 1], 'float32')),
};

function project(batch: tf.Tensor4D, maps: readonly PictureMap[], edges: 'NEAREST' | 'REFLECT'): tf.Tensor4D {
  const [count, height, width, channels] = batch.shape;
  const transforms = tf.tensor2d(maps.flat(), [count, 8], 'float32');
  if (edges === 'NEAREST' && channels === 3 && hasNativeOps()) {
    return warp(batch, transforms);
  }

  const attrs = [
    attr.type('dtype', 'float32'),
    attr.string('interpolation', 'BILINEAR'),
    attr.string('fill_mode', edges),
  ];
  const inputs = [batch, transforms, tf.tensor1d([height, width], 'int32'), tf.scalar(0, 'float32')];
  return runOp('ImageProjectiveTransformV3', attrs, inputs) as tf.Tensor4D;
}

/** Whether an output pixel's place in the input lies between the centres of the outermost pixels: bool `[n, height, width, 1]`. */
function isInside(shape: tf.Tensor4D['shape'], maps: readonly PictureMap[]): tf.Tensor {
  const [, height, width] = shape;
  const {column, row} = inputPlaces(shape, maps);
  const isColumn = tf.logicalAnd(tf.greaterEqual(column, 0), tf.lessEqual(column, width - 1));
  return tf.logicalAnd(isColumn, tf.logicalAnd(tf.greaterEqual(row, 0), tf.lessEqual(row, height - 1)));
}
