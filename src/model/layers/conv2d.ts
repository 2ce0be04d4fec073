import tf from '../../engine/tfjs.js';
import type {Conv2D} from '../../domain/generated/experiment-config.js';
import type {LayerContext} from '../layer-context.js';

/** Keras' Conv2D: `[batch, height, width, channels]` → `[batch, height', width', filters]`. */
export function conv2d(options: Conv2D, {name}: LayerContext): tf.layers.Layer {
  return tf.layers.conv2d({
    name,
    filters: options.filters,
    kernelSize: options.kernel_size,
    strides: options.strides,
    padding: options.padding,
    activation: options.activation,
    useBias: options.use_bias,
    trainable: options.trainable,
    // Weights are drawn afterwards, by initialise-weights.ts; tfjs would draw one by one in JavaScript.
    kernelInitializer: 'zeros',
    biasInitializer: 'zeros',
  });
}
