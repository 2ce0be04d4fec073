import tf from '../../engine/tfjs.js';
import type {Pooling2D} from '../../domain/generated/experiment-config.js';
import type {LayerContext} from '../layer-context.js';

/** Keras' MaxPooling2D: the largest value of each window, `[batch, height, width, channels]` → `[batch, height', width', channels]`. */
export function maxPooling2d(options: Pooling2D, {name}: LayerContext): tf.layers.Layer {
  return tf.layers.maxPooling2d({
    name,
    poolSize: options.pool_size,
    strides: options.strides ?? options.pool_size,
    padding: options.padding,
  });
}
