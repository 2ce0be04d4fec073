import tf from '../../engine/tfjs.js';
import type {NoOptions} from '../../domain/generated/experiment-config.js';
import type {LayerContext} from '../layer-context.js';

/** Keras' GlobalAveragePooling2D: each channel's mean, `[batch, height, width, channels]` → `[batch, channels]`. */
export function globalAveragePooling2d(_options: NoOptions, {name}: LayerContext): tf.layers.Layer {
  return tf.layers.globalAveragePooling2d({name});
}
